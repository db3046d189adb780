/** Checks what the metrics service shows. */
@NullMarked
package io.cultivar.metricsapi;

import org.jspecify.annotations.NullMarked;
