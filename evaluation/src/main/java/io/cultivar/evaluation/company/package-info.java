/** From the company's sums to what is known about it as a whole. */
@NullMarked
package io.cultivar.evaluation.company;

import org.jspecify.annotations.NullMarked;
