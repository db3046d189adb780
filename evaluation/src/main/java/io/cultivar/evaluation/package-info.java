/** What the numbers mean: pure functions of events, definitions and an as-of instant. Knows no Kafka, no clock. */
@NullMarked
package io.cultivar.evaluation;

import org.jspecify.annotations.NullMarked;
