package io.cultivar.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;

class PipelineCollectorTest {

    private record Figure(MetricName metricName, Object metricValue) implements Metric {

        static Figure of(String group, String name, Object value, Map<String, String> tags) {
            return new Figure(new MetricName(name, group, "", tags), value);
        }

        static Figure lag(String topic, String partition, double value) {
            return of(
                    "consumer-fetch-manager-metrics",
                    "records-lag",
                    value,
                    Map.of("client-id", "c", "topic", topic, "partition", partition));
        }

        static Figure store(String name, String task, String store, Object value) {
            return of("stream-state-metrics", name, value, Map.of("task-id", task, "rocksdb-state-id", store));
        }
    }

    private static String exposed(State state, OptionalLong rejected, Figure... figures) {
        Map<MetricName, Figure> all =
                Arrays.stream(figures).collect(Collectors.toMap(Figure::metricName, Function.identity()));
        var registry = new PrometheusRegistry();
        registry.register(new PipelineCollector(() -> state, () -> all, () -> rejected));
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, registry, Clock.SYSTEM).scrape();
    }

    @Test
    void shouldTellEachFigureThatSomebodyActsOn() {
        String text = exposed(
                State.RUNNING,
                OptionalLong.of(55),
                Figure.of("stream-metrics", "alive-stream-threads", 2, Map.of()),
                Figure.of("stream-metrics", "failed-stream-threads", 1, Map.of()),
                Figure.lag("learning.events", "0", 17),
                Figure.store("total-sst-files-size", "0_0", "timeline-facts", 1_000L),
                Figure.store("total-sst-files-size", "0_1", "timeline-facts", 500L),
                Figure.store("estimate-num-keys", "0_0", "timeline-facts", 40L));

        assertThat(text.lines().filter(line -> !line.startsWith("#")))
                .contains(
                        "training_streams_alive_threads 2.0",
                        "training_streams_failed_threads 1.0",
                        "training_streams_lag_records{partition=\"0\",topic=\"learning.events\"} 17.0",
                        "training_streams_store_bytes{store=\"timeline-facts\"} 1500.0",
                        "training_streams_store_keys{store=\"timeline-facts\"} 40.0",
                        "training_pipeline_rejected_records 55.0",
                        "training_streams_state{state=\"running\"} 1.0",
                        "training_streams_state{state=\"pending-shutdown\"} 0.0");
        assertThat(text.lines().filter(line -> line.startsWith("training_streams_state{")))
                .hasSize(State.values().length)
                .filteredOn(line -> line.endsWith(" 1.0"))
                .hasSize(1);
    }

    @Test
    void shouldCountAPartitionOnceThoughKafkaSpellsItTwice() {
        String text = exposed(
                State.RUNNING,
                OptionalLong.empty(),
                Figure.lag("learning.events", "0", 17),
                Figure.lag("learning_events", "0", 17));

        assertThat(text).contains("topic=\"learning.events\"").doesNotContain("learning_events");
    }

    @Test
    void shouldLeaveOutWhatIsNotMeasuredYet() {
        String text = exposed(
                State.REBALANCING,
                OptionalLong.empty(),
                Figure.lag("learning.events", "0", Double.NaN),
                Figure.of("stream-metrics", "alive-stream-threads", "none", Map.of()));

        assertThat(text)
                .contains("training_streams_state{state=\"rebalancing\"} 1.0")
                .doesNotContain("NaN", "training_streams_lag", "training_streams_alive", "rejected_records");
    }
}
