package io.cultivar.metricsapi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.metricsapi.about.Methods;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.tables.Dataset;
import io.cultivar.metricsapi.tables.Filter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private static final Snapshot SNAPSHOT = SamplePrograms.snapshot();

    private record Money(@Nullable String currency) {}

    private record Cell(@Nullable String withheld) {}

    private record Row(List<Cell> cells, @Nullable String withheld) {}

    private record Summary(List<Cell> withheld) {}

    @Test
    void shouldSayWhatAllRowsHaveInCommon() {
        Envelope envelope = Envelope.of(SNAPSHOT, Dataset.ROI.rows(SNAPSHOT, Filter.ALL));

        assertThat(envelope.publication()).isEqualTo(SNAPSHOT.version());
        assertThat(envelope.asOf()).isEqualTo(SamplePrograms.AS_OF);
        assertThat(envelope.methods()).isEqualTo(Methods.VERSION);
        assertThat(envelope.currency()).isEqualTo("EUR");
        assertThat(envelope.rows()).isEqualTo(3);
        assertThat(envelope.suppressed()).isEqualTo(1);
    }

    @Test
    void shouldSayHowFarTheInputHasBeenRead() {
        assertThat(Envelope.of(SNAPSHOT, List.of()).watermark())
                .isEqualTo(new Watermark(Instant.parse("2026-06-29T17:30:00Z"), Map.of("learning.events/0", 120L)));
    }

    @Test
    void shouldHaveNoWatermarkWhereThePipelineHasSaidNothing() {
        Snapshot silent = new Snapshot(List.of(), null, null, null, null, SamplePrograms.PUBLISHED, "v");

        assertThat(Envelope.of(silent, List.of()).watermark()).isNull();
    }

    @Test
    void shouldHaveNoCurrencyWhereRowsDiffer() {
        assertThat(of(new Money("EUR"), new Money(null), new Money("EUR")).currency())
                .isEqualTo("EUR");
        assertThat(of(new Money("EUR"), new Money("USD")).currency()).isNull();
        assertThat(of(new Money(null)).currency()).isNull();
    }

    @Test
    void shouldCountARowOnceHoweverMuchOfItIsWithheld() {
        Cell shown = new Cell(null);
        Cell withheld = new Cell("small-group");

        assertThat(of(new Row(List.of(withheld, withheld), "small-group")).suppressed())
                .isEqualTo(1);
        assertThat(of(new Row(List.of(shown, withheld), null)).suppressed()).isEqualTo(1);
        assertThat(of(new Row(List.of(shown), null), new Row(List.of(), "small-group"))
                        .suppressed())
                .isEqualTo(1);
    }

    @Test
    void shouldNotTakeASummaryOfWhatIsWithheldForAWithheldRow() {
        assertThat(of(new Summary(List.of(new Cell(null)))).suppressed()).isZero();
    }

    private static Envelope of(Record... rows) {
        return Envelope.of(SNAPSHOT, List.of(rows));
    }
}
