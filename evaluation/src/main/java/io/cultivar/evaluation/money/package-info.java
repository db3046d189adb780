/** Money formulas, on numbers alone: exchange, ratios of uncertain amounts, cash flow, and the utility model. */
@NullMarked
package io.cultivar.evaluation.money;

import org.jspecify.annotations.NullMarked;
