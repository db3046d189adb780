package io.cultivar.metricsapi;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/**
 * Renders one snapshot as Prometheus series, all of them from the same moment. Before there is a snapshot, only the
 * frame:
 *
 * <pre>{@code
 * # HELP training_roi_ratio Net benefit divided by fully loaded cost; 1 means 100% ROI.
 * # TYPE training_roi_ratio gauge
 * training_roi_ratio{program="sales-negotiation"} 1.42
 * }</pre>
 */
final class TrainingCollector implements MultiCollector {

    private final SnapshotSource source;
    private final BuildInfo build;
    private final String reportingCurrency;
    private final int ceiling;

    TrainingCollector(SnapshotSource source, BuildInfo build, String reportingCurrency) {
        this(source, build, reportingCurrency, Series.CEILING);
    }

    TrainingCollector(SnapshotSource source, BuildInfo build, String reportingCurrency, int ceiling) {
        this.source = source;
        this.build = build;
        this.reportingCurrency = reportingCurrency;
        this.ceiling = ceiling;
    }

    @Override
    public MetricSnapshots collect() {
        Series series = new Series(ceiling);
        series.addInfo(TrainingMeters.BUILD_INFO, build.version(), build.javaVersion());
        series.addInfo(TrainingMeters.REPORTING_INFO, reportingCurrency, "UTC");
        series.addTime(TrainingMeters.SNAPSHOT_CURRENT, source.currentAt().orElse(null));
        source.snapshot().ifPresent(snapshot -> addTo(series, snapshot));
        return series.build();
    }

    /** The small families first: were the ceiling ever reached, it would cut the others. */
    private void addTo(Series series, Snapshot snapshot) {
        ExposedPrograms programs = ExposedPrograms.of(snapshot.programs(), reportingCurrency);
        FrameSeries.addTo(series, snapshot, programs);
        SuppressedCells.addTo(series, snapshot);
        PortfolioSeries.addTo(series, snapshot, reportingCurrency);
        new ProviderSeries(series, reportingCurrency).add(snapshot);
        new SourcingSeries(series, reportingCurrency).add(snapshot);
        SkillSeries.addTo(series, snapshot);
        new MoneySeries(series, reportingCurrency).add(programs);
        ParticipationSeries.addTo(series, programs);
        FeedbackSeries.addTo(series, snapshot, programs);
        new RetentionSeries(series).add(snapshot, programs);
        programs.named().forEach(program -> AssessmentSeries.addTo(series, program));
        new EffectSeries(series, snapshot).add(programs.named());
    }
}
