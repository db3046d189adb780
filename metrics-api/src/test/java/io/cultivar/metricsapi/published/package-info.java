/** Checks what is read from the published topics; the samples that all other checks show are here. */
@NullMarked
package io.cultivar.metricsapi.published;

import org.jspecify.annotations.NullMarked;
