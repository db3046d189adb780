package io.cultivar.oracle;

import static io.cultivar.oracle.Examples.assigned;
import static io.cultivar.oracle.Examples.change;
import static io.cultivar.oracle.Examples.enrolled;
import static io.cultivar.oracle.Examples.event;
import static io.cultivar.oracle.Examples.instant;
import static io.cultivar.oracle.Examples.measured;
import static io.cultivar.oracle.Examples.metric;
import static io.cultivar.oracle.Examples.places;
import static io.cultivar.oracle.Examples.program;
import static io.cultivar.oracle.Examples.retracted;
import static io.cultivar.oracle.Examples.sums;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.Bucket;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Membership, windows, changes and trend. */
class OracleOutcomeTest {

    private static final Draft DEFINED = program("d", "P1M", "P0D", "P1M", "");
    private static final Draft TREATED = assigned("a", "2026-03-15", "treatment");
    private static final String EUROS = "{'metric':'calls','unitValue':'2.5','currency':'EUR'}";

    private static Cell members(Cohort cohort, Design design) {
        return new Cell.Members("p", cohort, design);
    }

    @Test
    void shouldPairTheMeansOfTheWindows() {
        // given: before [02-15, 03-15) holds 1 and 2, after [03-15, 04-15) holds 5; borders left are in, right are out
        Draft[] events = {
            DEFINED,
            TREATED,
            measured("o1", "2026-02-15", "1"),
            measured("o2", "2026-03-14T23:59:59.999999999Z", "2"),
            measured("o3", "2026-03-15", "5"),
            measured("o4", "2026-04-15", "100"),
            measured("o5", "2026-02-14T23:59:59.999999999Z", "7"),
            measured("o6", "2026-01-14T23:59:59Z", "100")
        };

        // then: x = 1.5, y = 5, and x0 = 7 from [01-15, 02-15)
        assertThat(sums(events))
                .containsEntry(
                        change(Cohort.TREATMENT), places("1", "1.5", "5", "2.25", "25", "7.5", "42.875", "0", "0"))
                .containsEntry(
                        new Cell.Placebo("p", "calls", Cohort.TREATMENT),
                        places("1", "7", "1.5", "49", "2.25", "10.5"));
    }

    @Test
    void shouldCountEachWindowEndFromTheIndexDate() {
        // given: index 31 January, lag one month, after one month. The after-window is [02-28, 03-31), not to 03-28.
        Draft monthly = program("d", "P1M", "P1M", "P1M", "");
        Draft index = assigned("a", "2026-01-31", "treatment");
        Draft x = measured("o1", "2025-12-31", "1");

        // then
        assertThat(sums(monthly, index, x, measured("o2", "2026-02-28", "3")))
                .containsEntry(change(Cohort.TREATMENT), places("1", "1", "3", "1", "9", "3", "8", "0", "0"));
        assertThat(sums(monthly, index, x, measured("o2", "2026-03-30", "4")))
                .containsEntry(change(Cohort.TREATMENT), places("1", "1", "4", "1", "16", "4", "27", "0", "0"));
        assertThat(sums(monthly, index, x, measured("o2", "2026-03-31", "4")))
                .doesNotContainKey(change(Cohort.TREATMENT));
        // placebo [11-30, 12-31): two months before 31 January is 30 November
        assertThat(sums(monthly, index, x, measured("o0", "2025-11-30", "2")))
                .containsKey(new Cell.Placebo("p", "calls", Cohort.TREATMENT));
    }

    @Test
    void shouldRoundAMeanOnceTo34Digits() {
        // given: x = (1 + 0 + 0) / 3, y = 2
        BigDecimal third = new BigDecimal("0.3333333333333333333333333333333333");
        BigDecimal change = new BigDecimal(2).subtract(third);

        // then
        assertThat(sums(
                                DEFINED,
                                TREATED,
                                measured("o1", "2026-03-01", "1"),
                                measured("o2", "2026-03-02", "0"),
                                measured("o3", "2026-03-03", "'0.00'"),
                                measured("o4", "2026-03-20", "2e0"))
                        .get(change(Cohort.TREATMENT)))
                .isEqualTo(places(
                        "1",
                        third.toString(),
                        "2",
                        third.multiply(third).toString(),
                        "4",
                        "0.6666666666666666666666666666666666",
                        change.pow(3).toString(),
                        "0",
                        "0"));
    }

    @Test
    void shouldCountEveryValueAtTheEndsOfTheCap_andKeepThemAsMeasured() {
        // given: 2 and 10 count as 4 and 10, 30 as 12, and 1 in the placebo window as 4; the trend keeps 30
        Draft capped = event(
                "m1",
                "metric.defined",
                "calls",
                "2026-01-01",
                "{'title':'M','category':'productivity','unit':'piece','per':'P1M','better':'higher',"
                        + "'cap':{'min':4,'max':'12'}}");
        Draft[] events = {
            program("d", "P1M", "P0D", "P1M", EUROS),
            capped,
            TREATED,
            measured("o0", "2026-02-01", "1"),
            measured("o1", "2026-02-20", "2"),
            measured("o2", "2026-02-21", "10"),
            measured("o3", "2026-03-20", "30")
        };

        // then: x = 7, y = 12, worth 2.5 each for twelve months; as measured x = 6, y = 30
        assertThat(sums(events))
                .containsEntry(change(Cohort.TREATMENT), places("1", "7", "12", "49", "144", "84", "125", "0", "0"))
                .containsEntry(
                        new Cell.UncappedChange("p", "calls", Cohort.TREATMENT),
                        places("1", "6", "30", "36", "900", "180", "1"))
                .containsEntry(
                        new Cell.Placebo("p", "calls", Cohort.TREATMENT), places("1", "4", "7", "16", "49", "28"))
                .containsEntry(new Cell.Money("p", Cohort.TREATMENT), places("1", "150", "22500", "3375000"))
                .containsEntry(
                        new Cell.Trend("p", "calls", Cohort.TREATMENT, Bucket.MONTH, LocalDate.of(2026, 3, 1)),
                        places("1", "30", "900"));
        // without a cap there is nothing to keep twice
        events[1] = metric("m1", "calls", "P1M", "higher");
        assertThat(sums(events)).doesNotContainKey(new Cell.UncappedChange("p", "calls", Cohort.TREATMENT));
    }

    @Test
    void shouldTellWhoOfTheMeasuredCompleted() {
        // given: 2 to 5
        Draft x = measured("o1", "2026-03-01", "2");
        Draft y = measured("o2", "2026-03-20", "5");
        Draft failed = completed("c1", "2026-03-16", "failed");
        Draft completed = completed("c2", "2026-03-25", "completed");

        // then
        assertThat(sums(DEFINED, TREATED, x, y, failed, completed))
                .containsEntry(change(Cohort.TREATMENT), places("1", "2", "5", "4", "25", "10", "27", "1", "3"));
        assertThat(sums(instant("2026-03-24"), DEFINED, TREATED, x, y, failed, completed))
                .containsEntry(change(Cohort.TREATMENT), places("1", "2", "5", "4", "25", "10", "27", "0", "0"));
    }

    private static Draft completed(String id, String time, String status) {
        return event(id, "training.completed", "ann", time, "{'program':'p','course':'c','status':'" + status + "'}");
    }

    @Test
    void shouldCallAMissingAfterValuePendingOnlyWhileTheWindowIsOpen() {
        // given: the after-window ends on 04-15
        Draft x = measured("o1", "2026-03-01", "1");
        Cell pending = new Cell.Pending("p", "calls", Cohort.TREATMENT);
        Cell members = members(Cohort.TREATMENT, Design.RANDOMIZED);

        // then: the end must be later than asOf
        assertThat(sums(instant("2026-04-14"), DEFINED, TREATED, x))
                .containsEntry(pending, places("1"))
                .containsEntry(members, places("1", "1"));
        assertThat(sums(instant("2026-04-15"), DEFINED, TREATED, x))
                .doesNotContainKey(pending)
                .containsEntry(members, places("1", "0"));
        assertThat(sums(instant("2026-04-14"), TREATED, x))
                .doesNotContainKey(pending)
                .containsEntry(members, places("1", "0"));
    }

    @Test
    void shouldCutATrendByWeek_whereTheMetricIsDefinedPerLessThanAMonth() {
        // given: a Friday, the Sunday after it, and the Monday after that
        Draft[] measured = {
            measured("o1", "2026-03-06", "2"),
            measured("o2", "2026-03-08T23:59:59Z", "4"),
            measured("o3", "2026-03-09", "7")
        };
        Cell march = new Cell.Trend("p", "calls", Cohort.TREATMENT, Bucket.MONTH, LocalDate.of(2026, 3, 1));
        Cell first = new Cell.Trend("p", "calls", Cohort.TREATMENT, Bucket.WEEK, LocalDate.of(2026, 3, 2));
        Cell second = new Cell.Trend("p", "calls", Cohort.TREATMENT, Bucket.WEEK, LocalDate.of(2026, 3, 9));

        // then: by week or by month, never both
        for (String per : List.of("P7D", "P1D", "P27D", "PT1H")) {
            assertThat(sums(
                            DEFINED,
                            TREATED,
                            metric("m", "calls", per, "higher"),
                            measured[0],
                            measured[1],
                            measured[2]))
                    .containsEntry(first, places("1", "3", "9"))
                    .containsEntry(second, places("1", "7", "49"))
                    .doesNotContainKey(march);
        }
        for (String per : List.of("P28D", "P1M", "P1Y")) {
            assertThat(sums(DEFINED, TREATED, metric("m", "calls", per, "higher"), measured[2]))
                    .containsEntry(march, places("1", "7", "49"))
                    .doesNotContainKey(second);
        }
        // a program that nobody defined is cut by month
        assertThat(sums(TREATED, metric("m", "calls", "P7D", "higher"), measured[2]))
                .containsEntry(march, places("1", "7", "49"));
    }

    @Test
    void shouldEndTheComparisonWhereAControlIsTreated() {
        // given: a control from 03-15 who is treated on 04-01
        Draft control = assigned("a", "2026-03-15", "control");
        Draft later = assigned("b", "2026-04-01", "treatment");
        Draft x = measured("o1", "2026-03-01", "1");
        Draft early = measured("o2", "2026-03-31T23:59:59Z", "3");
        Draft late = measured("o3", "2026-04-01", "9");
        Cell april = new Cell.Trend("p", "calls", Cohort.CONTROL, Bucket.MONTH, LocalDate.of(2026, 4, 1));

        // then
        assertThat(sums(DEFINED, control, later, x, early, late))
                .containsEntry(change(Cohort.CONTROL), places("1", "1", "3", "1", "9", "3", "8", "0", "0"))
                .containsEntry(
                        new Cell.Trend("p", "calls", Cohort.CONTROL, Bucket.MONTH, LocalDate.of(2026, 3, 1)),
                        places("1", "2", "4"))
                .doesNotContainKey(april);
        assertThat(sums(DEFINED, control, x, early, late))
                .containsEntry(change(Cohort.CONTROL), places("1", "1", "6", "1", "36", "6", "125", "0", "0"))
                .containsEntry(april, places("1", "9", "81"));
        // the window is closed with the treatment: nothing is pending, nothing is open
        assertThat(sums(instant("2026-04-02"), DEFINED, control, later, x))
                .doesNotContainKey(new Cell.Pending("p", "calls", Cohort.CONTROL))
                .containsEntry(members(Cohort.CONTROL, Design.RANDOMIZED), places("1", "0"));
    }

    @Test
    void shouldLetTheFirstAssignmentDecideAndEnrollmentTakeOverWithoutOne() {
        // given
        Draft enrolled = enrolled("e", "2026-02-01");
        Draft second = assigned("b", "2026-05-01", "control");

        // then
        assertThat(sums(TREATED, second, enrolled)).containsKey(members(Cohort.TREATMENT, Design.RANDOMIZED));
        assertThat(sums(TREATED, second, enrolled, retracted("r", TREATED)))
                .containsKey(members(Cohort.CONTROL, Design.RANDOMIZED));
        assertThat(sums(TREATED, enrolled, retracted("r", TREATED)))
                .containsKey(members(Cohort.ENROLLED, Design.SELF_SELECTED));
    }

    @Test
    void shouldDecideBetweenAssignmentsAtOneTimeAsBetweenCorrections() {
        // given: b beats a by its id, unless a was recorded later
        Draft other = assigned("b", "2026-03-15", "control");

        // then
        assertThat(sums(TREATED, other)).containsKey(members(Cohort.CONTROL, Design.RANDOMIZED));
        assertThat(sums(TREATED.recordedAt(instant("2026-03-16")), other))
                .containsKey(members(Cohort.TREATMENT, Design.RANDOMIZED));
    }
}
