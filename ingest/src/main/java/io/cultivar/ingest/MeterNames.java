package io.cultivar.ingest;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out the borrowed meters (of the JVM and of Kafka's client) whose names break the rules of Prometheus, or that
 * say nothing of what they are, so that {@code promtool check metrics} has nothing to say. What they tell, others tell too.
 */
final class MeterNames {

    private MeterNames() {}

    /** The registry, kept to names that follow the rules. */
    static <R extends MeterRegistry> R keptTo(R registry) {
        registry.config().meterFilter(MeterFilter.deny(MeterNames::breaksRules));
        return registry;
    }

    private static boolean breaksRules(Meter.Id id) {
        String name = id.getName();
        return switch (name) {
            case "system.cpu.count", "process.cpu.time", "kafka.app.info.start.time.ms" -> true;
            default ->
                name.startsWith("kafka.")
                        && (name.contains(".ns.") || name.endsWith(".count") || isBlank(id.getDescription()));
        };
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
