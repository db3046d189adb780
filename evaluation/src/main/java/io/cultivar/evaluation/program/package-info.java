/** From all sums of a program to its result. */
@NullMarked
package io.cultivar.evaluation.program;

import org.jspecify.annotations.NullMarked;
