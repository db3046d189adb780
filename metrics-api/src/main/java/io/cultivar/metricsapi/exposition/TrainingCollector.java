package io.cultivar.metricsapi.exposition;

import io.cultivar.metricsapi.about.BuildInfo;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.published.SnapshotSource;
import io.cultivar.metricsapi.tables.SuppressedCells;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

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
public final class TrainingCollector implements MultiCollector {

    /**
     * The series of one snapshot, made once, however often they are scraped.
     *
     * @param snapshot what they are of, this very object; null before there is one
     * @param confirmed whether they have a series for when that was last confirmed, whose value each scrape replaces
     * @param series all of them
     */
    private record Made(@Nullable Snapshot snapshot, boolean confirmed, MetricSnapshots series) {

        // Not by equals: it would compare all numbers.
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(@Nullable Snapshot other, boolean otherConfirmed) {
            return snapshot == other && confirmed == otherConfirmed;
        }
    }

    private final SnapshotSource source;
    private final BuildInfo build;
    private final String reportingCurrency;
    private final int ceiling;
    private final AtomicReference<@Nullable Made> last = new AtomicReference<>();
    private final AtomicReference<@Nullable Made> prepared = new AtomicReference<>();

    /** Collects what this source has; only amounts in the reporting currency become series. */
    public TrainingCollector(SnapshotSource source, BuildInfo build, String reportingCurrency) {
        this(source, build, reportingCurrency, Series.CEILING);
    }

    TrainingCollector(SnapshotSource source, BuildInfo build, String reportingCurrency, int ceiling) {
        this.source = source;
        this.build = build;
        this.reportingCurrency = reportingCurrency;
        this.ceiling = ceiling;
    }

    /** Makes the series of a snapshot that the source is about to show, so that no scrape waits for that. */
    public void prepare(Snapshot coming) {
        prepared.set(make(coming, source.currentAt().orElse(null)));
    }

    @Override
    public MetricSnapshots collect() {
        // First the time, so that it never says more than the snapshot.
        Instant currentAt = source.currentAt().orElse(null);
        MetricSnapshots series = made(source.snapshot().orElse(null), currentAt).series();
        return currentAt == null ? series : confirmed(series, currentAt);
    }

    /** Those of the last scrape, those that were prepared, or new ones; two scrapes at once may make the same ones. */
    private Made made(@Nullable Snapshot snapshot, @Nullable Instant currentAt) {
        Made made = last.get();
        if (made != null && made.isOf(snapshot, currentAt != null)) {
            return made;
        }
        made = prepared.get();
        if (made == null || !made.isOf(snapshot, currentAt != null)) {
            made = make(snapshot, currentAt);
        }
        last.set(made);
        return made;
    }

    private Made make(@Nullable Snapshot snapshot, @Nullable Instant currentAt) {
        Series series = new Series(ceiling);
        series.addInfo(TrainingMeters.BUILD_INFO, build.version(), build.javaVersion());
        series.addInfo(TrainingMeters.REPORTING_INFO, reportingCurrency, "UTC");
        series.addTime(TrainingMeters.SNAPSHOT_CURRENT, currentAt);
        if (snapshot != null) {
            addTo(series, snapshot);
        }
        return new Made(snapshot, currentAt != null, series.build());
    }

    /** The same series but for the one that differs from scrape to scrape. */
    private static MetricSnapshots confirmed(MetricSnapshots series, Instant currentAt) {
        MetricSnapshot current = Series.time(TrainingMeters.SNAPSHOT_CURRENT, currentAt);
        String name = current.getMetadata().getName();
        return new MetricSnapshots(series.stream()
                .map(family -> family.getMetadata().getName().equals(name) ? current : family)
                .toList());
    }

    /** The small families first: were the ceiling ever reached, it would cut the others. */
    private void addTo(Series series, Snapshot snapshot) {
        ExposedPrograms programs = ExposedPrograms.of(snapshot, reportingCurrency);
        FrameSeries.addTo(series, snapshot, programs);
        addSuppressed(series, snapshot);
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

    private static void addSuppressed(Series series, Snapshot snapshot) {
        for (SuppressedCells.Suppressed suppressed : SuppressedCells.of(snapshot)) {
            series.add(
                    TrainingMeters.SUPPRESSED,
                    suppressed.cells(),
                    suppressed.group(),
                    suppressed.reason().id());
        }
    }
}
