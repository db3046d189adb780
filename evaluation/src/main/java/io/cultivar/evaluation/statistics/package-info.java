/** From exact sums to estimates: the formulas, on numbers alone. */
@NullMarked
package io.cultivar.evaluation.statistics;

import org.jspecify.annotations.NullMarked;
