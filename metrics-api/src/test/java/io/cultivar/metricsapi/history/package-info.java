/** Checks what the metrics service shows. */
@NullMarked
package io.cultivar.metricsapi.history;

import org.jspecify.annotations.NullMarked;
