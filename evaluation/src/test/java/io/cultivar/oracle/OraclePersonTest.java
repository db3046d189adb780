package io.cultivar.oracle;

import static io.cultivar.oracle.Examples.assigned;
import static io.cultivar.oracle.Examples.enrolled;
import static io.cultivar.oracle.Examples.event;
import static io.cultivar.oracle.Examples.instant;
import static io.cultivar.oracle.Examples.places;
import static io.cultivar.oracle.Examples.sums;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.LeavingKind;
import io.cultivar.contract.event.Phase;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Attendance, assessments, stay and cost. */
class OraclePersonTest {

    private static final Cell ATTENDANCE = new Cell.Attendance("p");
    private static final Draft TREATED = assigned("a", "2026-03-15T12:00:00Z", "treatment");

    private static Draft completed(String id, String time, String data) {
        return event(id, "training.completed", "ann", time, "{'course':'c'," + data + "}");
    }

    private static Draft scored(String id, String time, String phase, String score) {
        return event(
                id,
                "assessment.scored",
                "ann",
                time,
                "{'program':'p','assessment':'t','phase':'" + phase + "','score':{" + score + "}}");
    }

    private static Draft started(String id, String time) {
        return event(id, "employment.started", "ann", time, "{}");
    }

    private static Draft ended(String id, String time) {
        return event(id, "employment.ended", "ann", time, "{'kind':'voluntary'}");
    }

    @Test
    void shouldCountTheBestCompletionAndAllTheSeconds() {
        // then: failed, then completed; 3600 + 0.25 seconds; certified once
        assertThat(sums(
                        enrolled("e", "2026-01-01"),
                        completed("c1", "2026-02-01", "'program':'p','status':'failed','duration':'PT1H'"),
                        completed(
                                "c2",
                                "2026-03-01",
                                "'program':'p','status':'completed','duration':'PT0.25S','certified':true"),
                        completed("c3", "2026-04-01", "'program':'p','status':'withdrawn','certified':false")))
                .containsEntry(ATTENDANCE, places("1", "1", "0", "0", "1", "1", "3600.25"));
    }

    @Test
    void shouldGiveACompletionWithoutProgramToTheLatestEnrollmentInItsCourse() {
        // given
        Draft done = completed("c1", "2026-03-01", "'status':'withdrawn'");
        Draft inQ = event("e2", "program.enrolled", "ann", "2026-02-01", "{'program':'q','course':'c'}");

        // then: that at the same time is still in time; a later one, another course, or none is not
        assertThat(sums(enrolled("e", "2026-03-01"), inQ, done))
                .containsEntry(ATTENDANCE, places("1", "0", "0", "1", "0", "0", "0"));
        assertThat(sums(enrolled("e", "2026-03-02"), inQ, done))
                .containsEntry(ATTENDANCE, places("1", "0", "0", "0", "0", "0", "0"))
                .containsEntry(new Cell.Attendance("q"), places("1", "0", "0", "1", "0", "0", "0"));
        assertThat(sums(done)).isEmpty();
    }

    @Test
    void shouldKeepNoMembersOfTheCohortNone() {
        // then
        assertThat(sums(completed("c1", "2026-03-01", "'program':'p','status':'completed'")))
                .containsExactly(Map.entry(ATTENDANCE, places("0", "1", "0", "0", "0", "0", "0")));
        assertThat(sums(scored("s", "2026-03-01", "post", "'scaled':0")))
                .containsExactly(Map.entry(
                        new Cell.Scores("p", "t", null, Cohort.NONE, Phase.POST),
                        places("1", "0", "0", "1", "0", "0")));
    }

    @Test
    void shouldKeepNoAttendanceOfWhoWasOnlyAssigned() {
        // then: all places are zero, which is no cell
        assertThat(sums(TREATED)).hasSize(1).doesNotContainKey(ATTENDANCE);
    }

    @Test
    void shouldScoreTheNewestAttemptAndItsGain() {
        // then: pre (3 - 1) / (9 - 1) = 0.25, not the older 1; post raw 6 of 8 = 0.75, whatever scaled says
        assertThat(sums(
                        TREATED,
                        scored("s1", "2026-03-01", "pre", "'scaled':1").recordedAt(instant("2026-09-01")),
                        scored("s2", "2026-03-02", "pre", "'raw':'3','min':1,'max':9"),
                        scored("s3", "2026-04-01", "post", "'raw':6,'max':8.00,'scaled':0.5")))
                .containsEntry(
                        new Cell.Scores("p", "t", null, Cohort.TREATMENT, Phase.PRE),
                        places("1", "0.25", "0.0625", "2", "0", "0"))
                .containsEntry(
                        new Cell.Scores("p", "t", null, Cohort.TREATMENT, Phase.POST),
                        places("1", "0.75", "0.5625", "1", "0", "0"))
                .containsEntry(
                        new Cell.ScoreChange("p", "t", null, Cohort.TREATMENT, Phase.PRE, Phase.POST),
                        places("1", "0.25", "0.75", "0.0625", "0.5625", "0.1875"));
    }

    private static Cell stay(@Nullable String exit) {
        return new Cell.Stay(
                "p",
                Cohort.TREATMENT,
                LocalDate.parse("2026-03-15").toEpochDay(),
                exit == null ? null : LocalDate.parse(exit).toEpochDay(),
                exit == null ? null : LeavingKind.VOLUNTARY);
    }

    @Test
    void shouldFollowWhoIsEmployedOnTheIndexDateToTheirFirstExit() {
        // given
        Draft started = started("s", "2025-01-01");

        // then
        assertThat(sums(TREATED, started)).containsEntry(stay(null), places("1"));
        assertThat(sums(
                        TREATED,
                        started,
                        ended("x", "2026-06-01"),
                        started("s2", "2026-07-01"),
                        ended("y", "2026-08-01")))
                .containsEntry(stay("2026-06-01"), places("1"));
        assertThat(sums(instant("2026-05-31"), TREATED, started, ended("x", "2026-06-01")))
                .containsEntry(stay(null), places("1"));
        // an exit at the very instant of the index date is an exit on that day, not one before it
        assertThat(sums(TREATED, started, ended("x", "2026-03-15T12:00:00Z")))
                .containsEntry(stay("2026-03-15"), places("1"));
        // earlier on the index day they had left already
        assertThat(sums(TREATED, started, ended("x", "2026-03-15T11:59:59Z"))).hasSize(1);
    }

    @Test
    void shouldSeeARehiredPersonAsEmployed() {
        // given
        Draft started = started("s", "2025-01-01");
        Draft ended = ended("x", "2026-01-01");

        // then: hired again after, or at the instant of, leaving; and not before being hired at all
        assertThat(sums(TREATED, started, ended)).hasSize(1);
        assertThat(sums(TREATED, started, ended, started("s2", "2026-02-01"))).containsEntry(stay(null), places("1"));
        assertThat(sums(TREATED, started, ended, started("s2", "2026-01-01"))).containsEntry(stay(null), places("1"));
        assertThat(sums(TREATED, started("s", "2026-03-15T12:00:00Z"))).containsEntry(stay(null), places("1"));
        assertThat(sums(TREATED, started("s", "2026-03-15T12:00:01Z"))).hasSize(1);
        assertThat(sums(TREATED, event("ch", "employment.changed", "ann", "2026-02-01", "{}")))
                .containsEntry(stay(null), places("1"));
    }

    @Test
    void shouldAddUpCostByCategoryProviderCurrencyAndMonth() {
        // given
        Cell march = new Cell.Cost("p", CostCategory.PARTICIPANT_TIME, null, "EUR", YearMonth.of(2026, 3));
        Cell paid = new Cell.Cost("p", CostCategory.PARTICIPANT_TIME, "acme", "EUR", YearMonth.of(2026, 3));

        // then: a refund takes the amount to zero, not the postings
        assertThat(sums(
                        cost("k1", "2026-03-01", "'amount':'1.50'"),
                        cost("k2", "2026-03-31T23:59:59Z", "'amount':-15e-1"),
                        cost("k3", "2026-03-02", "'amount':7,'provider':'acme'")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(march, places("2", "0"), paid, places("1", "7")));
        assertThat(sums(instant("2026-02-28"), cost("k1", "2026-03-01", "'amount':1")))
                .isEmpty();
    }

    private static Draft cost(String id, String time, String data) {
        return event(id, "cost.incurred", "p", time, "{'category':'participant-time','currency':'EUR'," + data + "}");
    }
}
