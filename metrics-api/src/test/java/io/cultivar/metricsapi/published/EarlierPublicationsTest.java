package io.cultivar.metricsapi.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.ChangeCause;
import io.cultivar.contract.result.FigureChange;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Publication;
import io.cultivar.contract.result.PublishedFigure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EarlierPublicationsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    /** A program that cost so much. */
    private static ProgramResult costing(String program, int amount) {
        return SamplePrograms.costing(SamplePrograms.undefined(program), "EUR", Integer.toString(amount));
    }

    /** Hour by hour, every one of these programs is published in turn, each time with the hour for its cost. */
    private static PublishedLogView hours(PublishedLogView.Limits limits, int hours, String... programs) {
        var log = new PublishedLogView(limits);
        for (int hour = 0; hour < hours; hour++) {
            String program = programs[hour % programs.length];
            SamplePublishedLog.add(
                    log,
                    "program/" + program,
                    new Publication(
                            START.plus(HOUR.multipliedBy(hour)),
                            List.of(ChangeCause.CORRECTION),
                            List.of(SamplePublishedLog.roi(hour, hour + 1)),
                            costing(program, hour),
                            null));
        }
        return log;
    }

    private static int cost(EarlierPublications history, Instant then, String program) {
        Publication standing =
                Objects.requireNonNull(history.at(then).orElseThrow().get("program/" + program));
        return Objects.requireNonNull(
                        Objects.requireNonNull(standing.program()).costs().total())
                .intValue();
    }

    @Test
    void shouldAnswerWithWhatStoodThen() {
        EarlierPublications history =
                hours(PublishedLogView.Limits.USUAL, 10, "a", "b").view();

        assertThat(cost(history, START.plus(HOUR.multipliedBy(6)), "a")).isEqualTo(6);
        assertThat(cost(history, START.plus(HOUR.multipliedBy(6)), "b")).isEqualTo(5);
        assertThat(cost(history, START.plus(HOUR.multipliedBy(7)).minusNanos(1), "b"))
                .isEqualTo(5);
        assertThat(history.at(START).orElseThrow()).containsOnlyKeys("program/a");
    }

    @Test
    void shouldNotAnswer_forATimeBeforeItBegins() {
        EarlierPublications history =
                hours(PublishedLogView.Limits.USUAL, 3, "a").view();

        assertThat(history.from()).isEqualTo(START);
        assertThat(history.at(START.minusNanos(1))).isEmpty();
        assertThat(EarlierPublications.NONE.at(START)).isEmpty();
    }

    @Test
    void shouldBeginLater_whereItIsFull_andStayComplete() {
        EarlierPublications whole =
                hours(PublishedLogView.Limits.USUAL, 1_000, "a", "b", "c").view();
        EarlierPublications bounded = hours(new PublishedLogView.Limits(20_000, 50, 0), 1_000, "a", "b", "c")
                .view();

        assertThat(bounded.entries().stream()
                        .mapToInt(entry -> entry.json().size())
                        .sum())
                .isLessThanOrEqualTo(20_000);
        assertThat(bounded.changes()).hasSize(50).endsWith(whole.changes().get(999));
        assertThat(bounded.from()).isAfter(START);
        Instant end = START.plus(HOUR.multipliedBy(1_000));
        for (Instant then = Objects.requireNonNull(bounded.from()); then.isBefore(end); then = then.plus(HOUR)) {
            assertThat(bounded.at(then))
                    .isEqualTo(whole.at(then))
                    .hasValueSatisfying(all -> assertThat(all).hasSize(3));
        }
        assertThat(bounded.restated())
                .as("counted for ever")
                .isEqualTo(whole.restated())
                .containsEntry("roi", 1_000L);
    }

    @Test
    void shouldRememberARestatement_howeverManyUpdatesFollow() {
        // given updates before and after two restatements
        var log = new PublishedLogView(new PublishedLogView.Limits(20_000, 2, 3));
        List<ChangeCause> causes = List.of(
                ChangeCause.CORRECTION,
                ChangeCause.NEW_EVENT,
                ChangeCause.NEW_EVENT,
                ChangeCause.CORRECTION,
                ChangeCause.NEW_EVENT,
                ChangeCause.LATE_EVENT,
                ChangeCause.NEW_EVENT,
                ChangeCause.AS_OF_MOVED);

        // when
        for (int hour = 0; hour < causes.size(); hour++) {
            SamplePublishedLog.add(log, "program/a", change(hour, causes.get(hour)));
        }

        // then there are the newest two of the one and three of the other, in their order
        assertThat(log.view().changes())
                .extracting(row -> Duration.between(START, row.published()).toHours())
                .containsExactly(3L, 4L, 5L, 6L, 7L);
        assertThat(log.view().restated()).containsEntry("roi", 3L);
    }

    private static Publication change(int hour, ChangeCause cause) {
        return new Publication(
                START.plus(HOUR.multipliedBy(hour)),
                List.of(cause),
                List.of(SamplePublishedLog.roi(hour, hour + 1)),
                null,
                null);
    }

    @Test
    void shouldForgetAProgram_ofWhichNothingIsPublishedAnyMore() {
        PublishedLogView log = hours(PublishedLogView.Limits.USUAL, 1, "a");
        SamplePublishedLog.add(
                log,
                "program/a",
                new Publication(
                        START.plus(HOUR),
                        List.of(ChangeCause.RETRACTION),
                        List.of(SamplePublishedLog.roi(0, 1)),
                        null,
                        null));

        Snapshot then = snapshot(log.view()).at(START.plus(HOUR)).orElseThrow();

        assertThat(then.programs()).isEmpty();
        assertThat(log.view().changes()).extracting(RestatementRow::program).containsExactly("a", "a");
    }

    @Test
    void shouldStayWhatItWas_whenMoreIsPublished() {
        PublishedLogView log = hours(PublishedLogView.Limits.USUAL, 3, "a");
        EarlierPublications before = log.view();
        SamplePublishedLog.add(log, "program/a", new Publication(START.plus(HOUR), List.of(), List.of(), null, null));

        assertThat(before.entries()).hasSize(3);
        assertThat(log.view().entries()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void shouldCallOnlyThatARestatement_whichChangesWhatWasSaid(ChangeCause cause) {
        var change = new FigureChange(
                PublishedFigure.COST, "EUR", SamplePublishedLog.roi(1, 2).before(), null);
        var entry = new Publication(START, List.of(cause), List.of(change), null, null);

        assertThat(RestatementRow.all("portfolio", entry)).singleElement().satisfies(row -> {
            assertThat(row.program()).isNull();
            assertThat(row.change())
                    .isEqualTo(
                            cause == ChangeCause.NEW_EVENT || cause == ChangeCause.AS_OF_MOVED
                                    ? RestatementRow.Change.UPDATE
                                    : RestatementRow.Change.RESTATEMENT);
        });
    }

    private static Snapshot snapshot(EarlierPublications history) {
        return new Snapshot(List.of(), null, null, null, null, START, "v", history);
    }
}
