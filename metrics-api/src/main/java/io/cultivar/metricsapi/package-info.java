/** Serves what was published, as Prometheus metrics and as REST. */
@NullMarked
package io.cultivar.metricsapi;

import org.jspecify.annotations.NullMarked;
