package io.cultivar.metricsapi.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.published.SnapshotSource;
import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** That what one scrape keeps for the next never shows; the text itself is in {@link ExpositionTest}. */
class TrainingCollectorTest {

    private static final Instant LATER = SamplePrograms.CURRENT.plusSeconds(15);

    private final Shown shown = new Shown();
    private final TrainingCollector collector = new TrainingCollector(shown, Exposition.BUILD, "EUR");

    /** A source whose answers a test changes. */
    private static final class Shown implements SnapshotSource {

        private @Nullable Snapshot snapshot;
        private @Nullable Instant currentAt;

        @Override
        public Optional<Snapshot> snapshot() {
            return Optional.ofNullable(snapshot);
        }

        @Override
        public Optional<Instant> currentAt() {
            return Optional.ofNullable(currentAt);
        }
    }

    @Test
    void shouldMakeTheSeriesOfOneSnapshotOnce() {
        // given
        shown.snapshot = SamplePrograms.snapshot();
        shown.currentAt = SamplePrograms.CURRENT;
        List<MetricSnapshot> first = collector.collect().stream().toList();

        // when only the confirmation is newer
        shown.currentAt = LATER;
        List<MetricSnapshot> second = collector.collect().stream().toList();

        // then all families are the same objects, but for one
        assertThat(second).hasSameSizeAs(first);
        assertThat(second)
                .filteredOn(family -> first.stream().noneMatch(kept -> kept == family))
                .singleElement()
                .extracting(family -> family.getMetadata().getName())
                .isEqualTo(TrainingMeters.SNAPSHOT_CURRENT.meter().id());
    }

    @Test
    void shouldScrapeWhatWasPrepared_fromWhenItIsShownAndNotBefore() {
        // given
        Snapshot first = SamplePrograms.snapshot();
        Snapshot coming = SamplePrograms.snapshot(List.of(SamplePrograms.winner()));
        shown.currentAt = SamplePrograms.CURRENT;
        shown.snapshot = coming;
        String ofComing = Exposition.of(shown);
        shown.snapshot = first;
        String ofFirst = text(collector);

        // when
        collector.prepare(coming);
        String before = text(collector);
        shown.snapshot = coming;
        List<MetricSnapshot> after = collector.collect().stream().toList();
        collector.prepare(first);

        // then
        assertThat(ofFirst).isNotEqualTo(ofComing);
        assertThat(before).isEqualTo(ofFirst);
        assertThat(text(collector)).as("another is prepared, not yet shown").isEqualTo(ofComing);
        assertThat(after)
                .filteredOn(family -> collector.collect().stream().noneMatch(kept -> kept == family))
                .as("made once")
                .hasSize(1);
    }

    @Test
    void shouldScrapeWhatACollectorWithoutMemoryWould_whateverChanges() {
        // nothing yet; read, not confirmed; confirmed; confirmed again; another of the same version; gone
        Snapshot whole = SamplePrograms.snapshot();
        Snapshot smaller = SamplePrograms.snapshot(List.of(SamplePrograms.winner()));
        shouldScrapeAsIfNew(null, null);
        shouldScrapeAsIfNew(whole, null);
        shouldScrapeAsIfNew(whole, SamplePrograms.CURRENT);
        shouldScrapeAsIfNew(whole, LATER);
        shouldScrapeAsIfNew(smaller, LATER);
        shouldScrapeAsIfNew(null, LATER);
    }

    private void shouldScrapeAsIfNew(@Nullable Snapshot snapshot, @Nullable Instant currentAt) {
        shown.snapshot = snapshot;
        shown.currentAt = currentAt;

        assertThat(text(collector)).isEqualTo(Exposition.of(shown));
        assertThat(text(collector)).as("once more").isEqualTo(Exposition.of(shown));
    }

    private static String text(TrainingCollector collector) {
        PrometheusRegistry registry = new PrometheusRegistry();
        registry.register(collector);
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, registry, Clock.SYSTEM).scrape();
    }
}
