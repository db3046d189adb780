package io.cultivar.metricsapi.exposition;

import io.cultivar.metricsapi.about.BuildInfo;
import io.cultivar.metricsapi.published.SnapshotSource;
import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** What a scrape of one snapshot answers, without the framework's own metrics. */
public final class Exposition {

    public static final BuildInfo BUILD = new BuildInfo("1.2.3", "17.0.15");

    private Exposition() {}

    static String of(SnapshotSource source, int ceiling) {
        return meters(source, ceiling).scrape();
    }

    static String openMetrics(SnapshotSource source) {
        return meters(source, Series.CEILING).scrape("application/openmetrics-text; version=1.0.0; charset=utf-8");
    }

    private static PrometheusMeterRegistry meters(SnapshotSource source, int ceiling) {
        PrometheusRegistry registry = new PrometheusRegistry();
        registry.register(new TrainingCollector(source, BUILD, "EUR", ceiling));
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, registry, Clock.SYSTEM);
    }

    public static String of(SnapshotSource source) {
        return of(source, Series.CEILING);
    }
}
