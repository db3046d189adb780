/** Checks the rows of the tables. */
@NullMarked
package io.cultivar.metricsapi.tables;

import org.jspecify.annotations.NullMarked;
