/** What made the figures that are shown: which build of this service, and which methods. */
@NullMarked
package io.cultivar.metricsapi.about;

import org.jspecify.annotations.NullMarked;
