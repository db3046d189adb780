/** What was published, as tables: which there are, what their rows are, and by what they can be chosen. */
@NullMarked
package io.cultivar.metricsapi.tables;

import org.jspecify.annotations.NullMarked;
