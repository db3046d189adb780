package io.cultivar.metricsapi.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.ChangeCause;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.PublishedFigure;
import io.cultivar.metricsapi.published.EarlierPublications;
import io.cultivar.metricsapi.published.RestatementRow;
import io.cultivar.metricsapi.published.SampleFigures;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.published.Withholding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestatementsOnPageTest {

    private static final Instant THEN = Instant.parse("2026-04-01T00:00:00Z");

    private static RestatementRow roi(String program, RestatementRow.Change change) {
        return new RestatementRow(
                THEN,
                program,
                PublishedFigure.ROI,
                null,
                SampleFigures.bounded(1.2, 0.5),
                SampleFigures.bounded(1.4, 0.5),
                change,
                List.of(ChangeCause.LATE_EVENT, ChangeCause.CORRECTION),
                null);
    }

    private static Snapshot after(RestatementRow... changes) {
        return after(SamplePrograms.snapshot().programs(), changes);
    }

    private static Snapshot after(List<ProgramResult> programs, RestatementRow... changes) {
        Snapshot sample = SamplePrograms.snapshot(programs);
        return new Snapshot(
                sample.programs(),
                sample.company(),
                sample.portfolio(),
                sample.pipeline(),
                sample.published(),
                sample.received(),
                sample.version(),
                new EarlierPublications(
                        Map.of(),
                        List.of(),
                        List.of(changes),
                        changes.length == 0 ? Map.of() : Map.of("roi", (long) changes.length),
                        Map.of(),
                        THEN));
    }

    @Test
    void shouldSayHowMuchWasSaidOtherwiseBefore() {
        assertThat(Page.render(Optional.of(after())))
                .contains("<dt>Restated</dt><dd>No published figure has been said otherwise since.</dd>");
        assertThat(Page.render(Optional.of(after(roi("negotiation", RestatementRow.Change.RESTATEMENT)))))
                .contains(
                        "<dt>Restated</dt><dd>1 published figure has been said otherwise since, the last on 2026-04-01 "
                                + "because of late event, correction.</dd>");
    }

    @Test
    void shouldShowOfAProgramWhatWasSaidAndWhy() {
        Snapshot snapshot = after(
                roi("negotiation", RestatementRow.Change.RESTATEMENT),
                roi("negotiation", RestatementRow.Change.UPDATE),
                roi("coaching", RestatementRow.Change.RESTATEMENT));

        assertThat(ProgramPage.render(snapshot, SamplePrograms.winner()))
                .containsOnlyOnce("<tr><td>2026-04-01</td>")
                .contains("""
                        <tr><td>2026-04-01</td><td>roi</td><td class="number">120 %
                        45 % to 195 %</td><td class="number">140 %
                        65 % to 215 %</td><td>late event, correction</td></tr>
                        """);
    }

    @Test
    void shouldSayNothingWhereNothingWasRestated() {
        assertThat(ProgramPage.render(after(), SamplePrograms.winner())).doesNotContain("id=\"restated\"");
    }

    @Test
    void shouldNotTellFromYesterdayWhatIsWithheldToday() {
        ProgramResult withheld = Withholding.marked(SamplePrograms.winner());
        Snapshot snapshot = after(List.of(withheld), roi("negotiation", RestatementRow.Change.RESTATEMENT));

        assertThat(ProgramPage.render(snapshot, withheld)).doesNotContain("id=\"restated\"");
    }
}
