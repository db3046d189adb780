package io.cultivar.metricsapi.exposition;

import io.cultivar.contract.result.Interval;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The series of one scrape, while they are being collected; no more of them than the ceiling. */
final class Series {

    /** Each exporter's usual bound: enough for {@link ExposedPrograms} that are judged by five outcomes each. */
    static final int CEILING = 10_000;

    private static final String FIXED = "fixed";
    private static final String ALWAYS_VALID = "always_valid";

    private final int ceiling;
    private final Map<Meter, Map<Labels, Double>> points = new LinkedHashMap<>();
    private int count;
    private int dropped;

    Series(int ceiling) {
        this.ceiling = ceiling;
    }

    /** One series of those that are told together. */
    private record Point(Meter meter, Labels labels, double value) {

        static Point of(Meter meter, Number value, String... labels) {
            if (labels.length != meter.labels().size()) {
                throw new IllegalArgumentException(
                        meter.id() + " has the labels " + meter.labels() + ", not " + Arrays.toString(labels));
            }
            return new Point(meter, Labels.of(meter.labels().toArray(String[]::new), labels), value.doubleValue());
        }
    }

    /**
     * Adds one series; none where the value is absent, and none beyond the ceiling. Of two with the same labels the
     * first stands.
     */
    void add(TrainingMeters meter, @Nullable Number value, String... labels) {
        if (value != null) {
            add(List.of(Point.of(meter.meter(), value, labels)));
        }
    }

    /**
     * Adds an estimate and the ends of its intervals, or nothing of it: without them it would look certain. Of two with the
     * same labels the first stands, with its own ends.
     */
    void add(TrainingMeters meter, @Nullable Figure figure, String... labels) {
        if (figure != null) {
            List<Point> together = new ArrayList<>();
            together.add(Point.of(meter.meter(), figure.value(), labels));
            addEnds(together, meter, figure.fixed(), FIXED, labels);
            addEnds(together, meter, figure.alwaysValid(), ALWAYS_VALID, labels);
            add(together);
        }
    }

    private static void addEnds(
            List<Point> together, TrainingMeters meter, @Nullable Interval interval, String kind, String... labels) {
        if (interval != null) {
            String[] all = Arrays.copyOf(labels, labels.length + 1);
            all[labels.length] = kind;
            together.add(Point.of(meter.lower(), interval.lower(), all));
            together.add(Point.of(meter.upper(), interval.upper(), all));
        }
    }

    /** All of these, or none; the first of them tells whether they are there already. */
    private void add(List<Point> together) {
        Point first = together.get(0);
        if (points.getOrDefault(first.meter(), Map.of()).containsKey(first.labels())) {
            return;
        }
        if (together.size() > ceiling - count) {
            dropped += together.size();
            return;
        }
        together.forEach(point -> points.computeIfAbsent(point.meter(), meter -> new LinkedHashMap<>())
                .put(point.labels(), point.value()));
        count += together.size();
    }

    /** Adds an instant, in seconds since the epoch. */
    void addTime(TrainingMeters meter, @Nullable Instant time, String... labels) {
        add(meter, time == null ? null : seconds(time), labels);
    }

    /** A family of nothing but this instant, in seconds since the epoch. */
    static MetricSnapshot time(TrainingMeters meter, Instant time) {
        return gauge(meter.meter(), Map.of(Labels.EMPTY, seconds(time).doubleValue()));
    }

    private static BigDecimal seconds(Instant time) {
        return BigDecimal.valueOf(time.toEpochMilli(), 3);
    }

    /** Adds attributes: a series whose value is 1. */
    void addInfo(TrainingMeters meter, String... labels) {
        add(meter, 1, labels);
    }

    /** Everything that was added, with how many series that is. */
    MetricSnapshots build() {
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        points.forEach((meter, family) -> all.metricSnapshot(snapshot(meter, family)));
        Map<MeterGroup, Integer> counts = new EnumMap<>(MeterGroup.class);
        points.forEach((meter, family) -> counts.merge(meter.group(), family.size(), Integer::sum));
        Map<Labels, Double> byGroup = new LinkedHashMap<>();
        counts.forEach((group, size) -> byGroup.put(Labels.of("group", group.id()), (double) size));
        all.metricSnapshot(gauge(TrainingMeters.SERIES.meter(), byGroup));
        all.metricSnapshot(gauge(TrainingMeters.SERIES_LIMIT.meter(), Map.of(Labels.EMPTY, (double) ceiling)));
        all.metricSnapshot(gauge(TrainingMeters.SERIES_DROPPED.meter(), Map.of(Labels.EMPTY, (double) dropped)));
        return all.build();
    }

    private static MetricSnapshot snapshot(Meter meter, Map<Labels, Double> family) {
        if (meter.isInfo()) {
            return info(meter, family);
        }
        return meter.isCounter() ? counter(meter, family) : gauge(meter, family);
    }

    private static MetricSnapshot counter(Meter meter, Map<Labels, Double> family) {
        CounterSnapshot.Builder builder =
                CounterSnapshot.builder().name(meter.baseName()).help(meter.help());
        family.forEach((labels, value) -> builder.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                .labels(labels)
                .value(value)
                .build()));
        return builder.build();
    }

    private static MetricSnapshot gauge(Meter meter, Map<Labels, Double> family) {
        GaugeSnapshot.Builder builder =
                GaugeSnapshot.builder().name(meter.baseName()).help(meter.help());
        family.forEach((labels, value) -> builder.dataPoint(
                GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
        return builder.build();
    }

    private static MetricSnapshot info(Meter meter, Map<Labels, Double> family) {
        InfoSnapshot.Builder builder =
                InfoSnapshot.builder().name(meter.baseName()).help(meter.help());
        family.keySet()
                .forEach(labels -> builder.dataPoint(
                        InfoDataPointSnapshot.builder().labels(labels).build()));
        return builder.build();
    }
}
