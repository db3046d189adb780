/** The service as a whole: its settings, its start and end, its routes. What it serves is in the packages below. */
@NullMarked
package io.cultivar.metricsapi;

import org.jspecify.annotations.NullMarked;
