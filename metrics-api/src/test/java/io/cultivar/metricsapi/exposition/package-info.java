/** Checks what Prometheus is told. */
@NullMarked
package io.cultivar.metricsapi.exposition;

import org.jspecify.annotations.NullMarked;
