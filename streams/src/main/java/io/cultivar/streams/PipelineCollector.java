package io.cultivar.streams;

import io.cultivar.contract.Topic;
import io.cultivar.contract.Topics;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams.State;

/**
 * How the pipeline itself goes, of the thousands of figures that Kafka Streams keeps the few that somebody acts on:
 *
 * <pre>{@code
 * training_streams_state{state="running"} 1.0
 * training_streams_alive_threads 2.0
 * training_streams_failed_threads 0.0
 * training_streams_lag_records{partition="0",topic="learning.events"} 17.0
 * training_streams_store_bytes{store="timeline-facts"} 1048576.0
 * training_streams_store_keys{store="timeline-facts"} 4711.0
 * training_pipeline_rejected_records 55.0
 * }</pre>
 *
 * Each process tells of its own threads, partitions and stores only: add them up over processes. A standby store counts
 * like its original. The rejected records are everybody's: take the maximum.
 */
final class PipelineCollector implements MultiCollector {

    private static final String STORE_METRICS = "stream-state-metrics";
    private static final Set<String> TOPICS =
            Topics.ALL.stream().map(Topic::name).collect(Collectors.toUnmodifiableSet());

    private final Supplier<State> state;
    private final Supplier<? extends Map<MetricName, ? extends Metric>> metrics;
    private final Supplier<OptionalLong> rejected;

    PipelineCollector(
            Supplier<State> state,
            Supplier<? extends Map<MetricName, ? extends Metric>> metrics,
            Supplier<OptionalLong> rejected) {
        this.state = state;
        this.metrics = metrics;
        this.rejected = rejected;
    }

    @Override
    public MetricSnapshots collect() {
        var lag = new Family("training_streams_lag_records", "Records of the partition that wait to be read.");
        var alive = new Family("training_streams_alive_threads", "Stream threads that work.");
        var failed = new Family("training_streams_failed_threads", "Stream threads that have died since the start.");
        var bytes = new Family("training_streams_store_bytes", "What the files of the store take on disk.");
        var keys = new Family("training_streams_store_keys", "About how many keys the store holds.");
        for (Metric metric : metrics.get().values()) {
            MetricName name = metric.metricName();
            switch (name.name()) {
                case "records-lag" -> lag(lag, metric);
                case "alive-stream-threads" -> alive.add(metric, Labels.EMPTY);
                case "failed-stream-threads" -> failed.add(metric, Labels.EMPTY);
                case "total-sst-files-size" -> store(bytes, metric);
                case "estimate-num-keys" -> store(keys, metric);
                default -> {}
            }
        }
        var waiting = new Family("training_pipeline_rejected_records", "Records that ingest.rejected holds.");
        rejected.get().ifPresent(number -> waiting.add((double) number, Labels.EMPTY));
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        all.metricSnapshot(state());
        for (Family family : List.of(lag, alive, failed, bytes, keys, waiting)) {
            if (!family.points.isEmpty()) {
                all.metricSnapshot(family.gauge());
            }
        }
        return all.build();
    }

    /** A state as a label writes it: {@code pending-shutdown}. */
    static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private MetricSnapshot state() {
        State now = state.get();
        var family = new Family("training_streams_state", "1 for the state that this process is in, 0 for the others.");
        for (State each : State.values()) {
            family.add(each == now ? 1 : 0, Labels.of("state", name(each)));
        }
        return family.gauge();
    }

    /** Kafka tells each partition twice, once with its old spelling of the topic, where dots are underscores. */
    private static void lag(Family family, Metric metric) {
        Map<String, String> tags = metric.metricName().tags();
        String topic = tags.get("topic");
        String partition = tags.get("partition");
        if (topic != null && partition != null && TOPICS.contains(topic)) {
            family.add(metric, Labels.of("partition", partition, "topic", topic));
        }
    }

    private static void store(Family family, Metric metric) {
        MetricName name = metric.metricName();
        if (name.group().equals(STORE_METRICS)) {
            String store = name.tags().get("rocksdb-state-id");
            if (store != null) {
                family.add(metric, Labels.of("store", store));
            }
        }
    }

    /** One family; figures with the same labels, such as of the partitions of one store, add up. */
    private record Family(String name, String help, Map<Labels, Double> points) {

        Family(String name, String help) {
            this(name, help, new TreeMap<>());
        }

        /** Leaves out what is not measured yet. */
        void add(Metric metric, Labels labels) {
            if (metric.metricValue() instanceof Number number && Double.isFinite(number.doubleValue())) {
                add(number.doubleValue(), labels);
            }
        }

        void add(double value, Labels labels) {
            points.merge(labels, value, Double::sum);
        }

        GaugeSnapshot gauge() {
            List<GaugeDataPointSnapshot> samples = points.entrySet().stream()
                    .map(point -> GaugeDataPointSnapshot.builder()
                            .labels(point.getKey())
                            .value(point.getValue())
                            .build())
                    .toList();
            return new GaugeSnapshot(new MetricMetadata(name, help), samples);
        }
    }
}
