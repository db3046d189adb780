package io.cultivar.metricsapi.history;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/**
 * How the history is kept up.
 *
 * @param written publications that this replica has written; the others were written by another one, or overtaken
 * @param failures tries that came to nothing, all repeated; alert on {@code training_history_current_timestamp_seconds}, which
 *     also stands still where nothing is tried
 */
record HistoryMeters(Counter written, Counter failures) {

    /** {@code current} gives epoch seconds, 0 for never. */
    static HistoryMeters in(MeterRegistry registry, Supplier<Number> current) {
        Gauge.builder("training.history.current.timestamp", current)
                .baseUnit("seconds")
                .description("When the history was last known to hold what is published; 0 for never.")
                .register(registry);
        return new HistoryMeters(
                Counter.builder("training.history.publications")
                        .description("Publications that this replica has written to the history.")
                        .register(registry),
                Counter.builder("training.history.failures")
                        .description("Tries to write the history that failed and were repeated.")
                        .register(registry));
    }
}
