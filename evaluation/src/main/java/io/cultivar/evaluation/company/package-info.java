/** From the sums that are about no single program to what is known about the whole company. */
@NullMarked
package io.cultivar.evaluation.company;

import org.jspecify.annotations.NullMarked;
