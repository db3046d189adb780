/** What was published, as Prometheus series. */
@NullMarked
package io.cultivar.metricsapi.exposition;

import org.jspecify.annotations.NullMarked;
