/** What is known across programs, made of their results only. */
@NullMarked
package io.cultivar.evaluation.portfolio;

import org.jspecify.annotations.NullMarked;
