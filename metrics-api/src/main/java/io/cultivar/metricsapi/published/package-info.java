/** Reads the published topics into one immutable snapshot per change. It knows Kafka, and nothing of those who ask. */
@NullMarked
package io.cultivar.metricsapi.published;

import org.jspecify.annotations.NullMarked;
