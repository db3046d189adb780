/** Checks what the metrics service shows. */
@NullMarked
package io.cultivar.metricsapi.access;

import org.jspecify.annotations.NullMarked;
