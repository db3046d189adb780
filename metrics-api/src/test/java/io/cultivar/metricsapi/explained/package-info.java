/** Checks what is said in words. */
@NullMarked
package io.cultivar.metricsapi.explained;

import org.jspecify.annotations.NullMarked;
