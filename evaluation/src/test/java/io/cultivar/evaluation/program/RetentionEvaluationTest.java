package io.cultivar.evaluation.program;

import static io.cultivar.evaluation.sums.Cohort.CONTROL;
import static io.cultivar.evaluation.sums.Cohort.ENROLLED;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.LeavingKind;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.RetentionRate;
import io.cultivar.contract.result.SurvivalCurve;
import io.cultivar.contract.result.SurvivalPoint;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** As-of is day 1000. */
class RetentionEvaluationTest {

    private static Figures treated() {
        return new Figures().members(TREATMENT, Design.RANDOMIZED, 10, 0);
    }

    private static List<RetentionRate> rates(Figures figures) {
        return figures.evaluate(Known.NOTHING).retention();
    }

    private static void assertRates(Figures figures, Tuple... expected) {
        assertThat(rates(figures))
                .extracting(
                        RetentionRate::arm,
                        RetentionRate::horizonDays,
                        RetentionRate::followed,
                        RetentionRate::retained,
                        RetentionRate::rate,
                        RetentionRate::reasons)
                .containsExactly(expected);
    }

    private static Tuple rate(int horizon, long followed, long retained) {
        return tuple(Arm.TREATMENT, horizon, followed, retained, (double) retained / followed, List.of());
    }

    private static Tuple absent(Arm arm, int horizon, Reason reason) {
        return tuple(arm, horizon, 0L, 0L, null, List.of(reason));
    }

    @Test
    void shouldCountThoseWhoLeftOnTheLastDayAsLeft() {
        // given: people who came on day 100 and left after 90, 91, 365, 366 days, or stayed
        Figures figures = treated()
                .stay(TREATMENT, 100, 190L, 1)
                .stay(TREATMENT, 100, 191L, 1)
                .stay(TREATMENT, 100, 465L, 1)
                .stay(TREATMENT, 100, 466L, 1)
                .stay(TREATMENT, 100, null, 4);

        // then
        assertRates(figures, rate(90, 8, 7), rate(180, 8, 6), rate(365, 8, 5));
    }

    @Test
    void shouldCountOnlyThoseWhoWereFollowedLongEnough() {
        // given: index days 90, 91 and 180 days back; the one who left early was not followed to 180 days either
        Figures figures = treated()
                .stay(TREATMENT, 910, null, 3)
                .stay(TREATMENT, 911, 912L, 5)
                .stay(TREATMENT, 820, null, 2);

        // then
        assertRates(figures, rate(90, 5, 5), rate(180, 2, 2), absent(Arm.TREATMENT, 365, Reason.FOLLOW_UP_TOO_SHORT));
    }

    @Test
    void shouldSayThatNobodysEmploymentIsKnown() {
        // given
        Figures figures = treated()
                .members(CONTROL, Design.RANDOMIZED, 1, 0)
                .members(ENROLLED, Design.SELF_SELECTED, 1, 0)
                .stay(ENROLLED, 100, null, 9)
                .stay(CONTROL, 990, null, 1);

        // then
        assertRates(
                figures,
                absent(Arm.TREATMENT, 90, Reason.NO_EMPLOYMENT_DATA),
                absent(Arm.TREATMENT, 180, Reason.NO_EMPLOYMENT_DATA),
                absent(Arm.TREATMENT, 365, Reason.NO_EMPLOYMENT_DATA),
                absent(Arm.CONTROL, 90, Reason.FOLLOW_UP_TOO_SHORT),
                absent(Arm.CONTROL, 180, Reason.FOLLOW_UP_TOO_SHORT),
                absent(Arm.CONTROL, 365, Reason.FOLLOW_UP_TOO_SHORT));
    }

    @Test
    void shouldCountThoseWhoEnrolled_whenThereAreNoControls() {
        assertRates(
                treated().stay(TREATMENT, 0, null, 1).stay(ENROLLED, 0, 10L, 1),
                rate(90, 2, 1),
                rate(180, 2, 1),
                rate(365, 2, 1));
    }

    @Test
    void shouldGiveTheRateWilsonsIntervalAndTheKaplanMeierEstimateItsOwn() {
        // given: four watched 90 days and more, one of whom left, and four who came 50 days ago, one of whom left
        Figures figures = treated()
                .stay(TREATMENT, 100, 120L, 1)
                .stay(TREATMENT, 100, null, 3)
                .stay(TREATMENT, 950, 960L, 1)
                .stay(TREATMENT, 950, null, 3);

        // when
        RetentionRate found = rates(figures).get(0);

        // then R: prop.test(3, 4, correct = FALSE)$conf.int
        assertThat(found.rate()).isEqualTo(0.75);
        assertThat(found.lower()).isCloseTo(0.300641842582402, within(1e-12));
        assertThat(found.upper()).isCloseTo(0.9544127391902995, within(1e-12));
        // R: f <- survfit(Surv(c(20, 900, 900, 900, 10, 50, 50, 50), c(1, 0, 0, 0, 1, 0, 0, 0)) ~ 1, conf.type =
        // "log-log");
        // s <- summary(f, times = 90); c(s$n.risk, s$surv, s$lower, s$upper)
        assertThat(found.atRisk()).isEqualTo(3);
        assertThat(found.survival()).isNotNull().satisfies(survival -> {
            assertThat(survival.value()).isCloseTo(0.75, within(1e-12));
            assertThat(survival.lower()).isCloseTo(0.31480711370551906, within(1e-12));
            assertThat(survival.upper()).isCloseTo(0.9308983170906275, within(1e-12));
        });
    }

    @Test
    void shouldEstimateTheSurvival_whenNobodyWasFollowedButEverybodyLeft() {
        RetentionRate found = rates(treated().stay(TREATMENT, 950, 960L, 2)).get(0);
        assertThat(found.rate()).isNull();
        assertThat(found.survival()).isEqualTo(new Bounded(0, null, null, null));
    }

    @Test
    void shouldDrawACurveOfAnyAndOneOfVoluntaryLeaving() {
        // given
        Figures figures = treated()
                .stay(TREATMENT, 100, 120L, 1)
                .stay(TREATMENT, 100, null, 3)
                .add(new Cell.Stay(Figures.PROGRAM, TREATMENT, 100, 110L, LeavingKind.OTHER), Sums.ofCounts(4));

        // when
        List<SurvivalCurve> curves = figures.evaluate(Known.NOTHING).survival();

        // then
        assertThat(curves)
                .extracting(SurvivalCurve::arm, SurvivalCurve::leaving, SurvivalCurve::people, SurvivalCurve::left)
                .containsExactly(
                        tuple(Arm.TREATMENT, null, 8L, 5L), tuple(Arm.TREATMENT, LeavingKind.VOLUNTARY, 8L, 1L));
        assertThat(curves.get(0).points())
                .extracting(SurvivalPoint::day, SurvivalPoint::atRisk, SurvivalPoint::left, SurvivalPoint::survival)
                .startsWith(
                        tuple(0, 8L, 0L, 1.0),
                        tuple(10, 8L, 4L, 0.5),
                        tuple(20, 4L, 1L, 0.375),
                        tuple(30, 3L, 0L, 0.375))
                .endsWith(tuple(900, 3L, 0L, 0.375));
        assertThat(curves.get(1).points())
                .extracting(SurvivalPoint::day, SurvivalPoint::atRisk, SurvivalPoint::left, SurvivalPoint::survival)
                .startsWith(tuple(0, 8L, 0L, 1.0), tuple(20, 4L, 1L, 0.75), tuple(30, 3L, 0L, 0.75));
    }

    @Test
    void shouldSayWhyThereIsNoRestrictedMean() {
        assertThat(mean(treated())).containsExactly(Reason.NO_EMPLOYMENT_DATA);
        assertThat(mean(treated().stay(TREATMENT, 900, 950L, 1).stay(TREATMENT, 900, null, 1)))
                .containsExactly(Reason.FOLLOW_UP_TOO_SHORT);
        assertThat(mean(treated().stay(TREATMENT, 0, null, 2).stay(TREATMENT, 0, 400L, 2)))
                .containsExactly(Reason.NOBODY_LEFT);
        assertThat(mean(treated().stay(TREATMENT, 0, 10L, 2))).containsExactly(Reason.NO_VARIANCE);
        assertThat(mean(treated().stay(TREATMENT, 0, 10L, 2).stay(TREATMENT, 0, null, 2)))
                .isEmpty();
    }

    private static List<Reason> mean(Figures figures) {
        SurvivalCurve curve = figures.evaluate(Known.NOTHING).survival().get(0);
        assertThat(curve.restrictedMeanDays() == null)
                .isEqualTo(!curve.reasons().isEmpty());
        return curve.reasons();
    }
}
