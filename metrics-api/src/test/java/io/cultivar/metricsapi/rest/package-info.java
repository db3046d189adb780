/** Checks what REST answers. */
@NullMarked
package io.cultivar.metricsapi.rest;

import org.jspecify.annotations.NullMarked;
