/** The sample company: a year of invented events with planted truths, the same for the same seed. */
@NullMarked
package io.cultivar.local.sample;

import org.jspecify.annotations.NullMarked;
