/** Exact sums and the cells they are kept in. Additions commute, so no order and no repair is ever needed. */
@NullMarked
package io.cultivar.evaluation.sums;

import org.jspecify.annotations.NullMarked;
