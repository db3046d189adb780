package io.cultivar.metricsapi.published;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * How the reading itself goes.
 *
 * @param unreadable records that were left out; alert on any
 * @param failures times that reading broke off and was started anew; alert on a steady rate
 */
public record ReaderMeters(Counter unreadable, Counter failures) {

    /** New ones in this registry. */
    public static ReaderMeters in(MeterRegistry registry) {
        return new ReaderMeters(
                Counter.builder("training.metrics.unreadable.records")
                        .description("Published records that this replica could not read and left out.")
                        .register(registry),
                Counter.builder("training.metrics.reader.failures")
                        .description("Times that reading the published results broke off and was started anew.")
                        .register(registry));
    }
}
