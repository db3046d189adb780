package io.cultivar.evaluation.program;

import static io.cultivar.evaluation.sums.Cohort.CONTROL;
import static io.cultivar.evaluation.sums.Cohort.ENROLLED;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.LargeSample;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.RetentionComparison;
import io.cultivar.contract.result.RetentionDifference;
import io.cultivar.evaluation.sums.Cohort;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** As-of is day 1000. */
class RetentionContrastTest {

    /** Durations as in {@code KaplanMeierTest}; a plus where the person is still there. */
    private static final String TREATED = "0 14 30 30+ 90 90+ 120 180+ 200 250 365 365+ 400+ 400 410+";

    private static final String CONTROLS = "5 14 14+ 30 60 90 90 91 150+ 180 300 365 370 380+";

    private static Figures arms(String treated, String controls) {
        Figures figures =
                new Figures().members(TREATMENT, Design.RANDOMIZED, 1, 0).members(CONTROL, Design.RANDOMIZED, 1, 0);
        watch(figures, TREATMENT, treated);
        watch(figures, CONTROL, controls);
        return figures;
    }

    private static void watch(Figures figures, Cohort cohort, String durations) {
        for (String duration : durations.split(" ", -1)) {
            if (duration.endsWith("+")) {
                long days = Long.parseLong(duration.substring(0, duration.length() - 1));
                figures.stay(cohort, 1_000 - days, null, 1);
            } else if (!duration.isEmpty()) {
                figures.stay(cohort, 0, Long.parseLong(duration), 1);
            }
        }
    }

    private static RetentionComparison compare(Figures figures) {
        return requireNonNull(figures.evaluate(Known.NOTHING).retentionComparison());
    }

    private static Optional<LargeSample> difference(Figures figures, int horizonDays) {
        return StayDifference.of(figures.programSums(), Figures.AS_OF, horizonDays);
    }

    @Test
    void shouldCompareBothArms() {
        // when: the figures of LogRankTest and KaplanMeierTest
        RetentionComparison found = compare(arms(TREATED, CONTROLS));

        // then
        assertThat(found.observedMinusExpected()).isCloseTo(-2.731225080794047, within(1e-12));
        assertThat(found.variance()).isCloseTo(4.451411693317025, within(1e-12));
        assertThat(requireNonNull(found.logRank()).p()).isCloseTo(0.195486023801901, within(1e-12));
        assertThat(requireNonNull(found.hazardRatio()).value()).isCloseTo(0.5414179207756233, within(1e-12));
        LargeSample mean = requireNonNull(found.restrictedMeanDifferenceDays());
        assertThat(mean.value()).isCloseTo(52.51702741702738, within(1e-9));
        assertThat(mean.standardError()).isCloseTo(55.07871367610196, within(1e-9));
        assertThat(found.design()).isEqualTo(Design.RANDOMIZED);
        assertThat(found.reasons()).isEmpty();
    }

    @Test
    void shouldTakeTheKaplanMeierDifference_whenNotEverybodyWasFollowedForSoLong() {
        // when
        List<RetentionDifference> found = compare(arms(TREATED, CONTROLS)).differences();

        // then R: with f and g as in KaplanMeierTest at 90, 180, 365: d <- f$surv - g$surv; se <- sqrt(f$std.err^2 +
        // g$std.err^2); d + c(-1, 1) * qnorm(.975) * se; (qnorm(.975) + qnorm(.8)) * se
        assertThat(found).extracting(RetentionDifference::horizonDays).containsExactly(90, 180, 365);
        assertThat(found).allSatisfy(each -> {
            assertThat(each.complete()).isFalse();
            assertThat(each.reasons()).containsExactly(Reason.CANNOT_BE_PROVEN);
        });
        assertThat(found.get(0).difference().value()).isCloseTo(0.1818181818181818, within(1e-12));
        assertThat(found.get(0).difference().lower()).isCloseTo(-0.17217851520649274, within(1e-12));
        assertThat(found.get(0).difference().upper()).isCloseTo(0.5358148788428563, within(1e-12));
        assertThat(found.get(0).minimumDetectable()).isCloseTo(0.5060051722725294, within(1e-9));
        assertThat(found.get(2).difference().value()).isCloseTo(0.1823953823953824, within(1e-12));
        assertThat(found.get(2).difference().lower()).isCloseTo(-0.17681469544482942, within(1e-12));
        assertThat(found.get(2).difference().upper()).isCloseTo(0.5416054602355942, within(1e-12));
    }

    @Test
    void shouldTakeNewcombesInterval_whenEverybodyWasFollowedForSoLong() {
        // given: Newcombe's 56 of 70 and 48 of 80
        Figures figures = arms("", "")
                .stay(TREATMENT, 0, null, 56)
                .stay(TREATMENT, 0, 50L, 14)
                .stay(CONTROL, 0, null, 48)
                .stay(CONTROL, 0, 50L, 32);

        // then
        assertThat(compare(figures).differences()).hasSize(3).allSatisfy(found -> {
            assertThat(found.complete()).isTrue();
            assertThat(found.difference().lower()).isCloseTo(0.05243147240236493, within(1e-12));
            assertThat(found.difference().upper()).isCloseTo(0.33387265403690586, within(1e-12));
            assertThat(found.minimumDetectable()).isCloseTo(0.2114266749206618, within(1e-12));
            assertThat(found.reasons()).isEmpty();
        });
    }

    @Test
    void shouldSayThatASmallDifferenceCannotBeProven() {
        Figures figures = arms("", "")
                .stay(TREATMENT, 0, null, 50)
                .stay(TREATMENT, 0, 50L, 10)
                .stay(CONTROL, 0, null, 48)
                .stay(CONTROL, 0, 50L, 12);
        assertThat(compare(figures).differences())
                .allSatisfy(found -> assertThat(found.reasons()).containsExactly(Reason.CANNOT_BE_PROVEN));
    }

    @Test
    void shouldSayThatNobodyLeft() {
        // when
        RetentionComparison found = compare(arms("400+ 400+ 400+", "400+ 500+"));

        // then
        assertThat(found.reasons()).containsExactly(Reason.NOBODY_LEFT);
        assertThat(found.logRank()).isNull();
        assertThat(found.variance()).isNull();
        assertThat(found.differences()).hasSize(3).allSatisfy(each -> {
            assertThat(each.difference().value()).isZero();
            assertThat(each.minimumDetectable()).isNull();
            assertThat(each.reasons()).containsExactly(Reason.NOBODY_LEFT);
        });
    }

    @Test
    void shouldHaveNoInterval_whenEverybodyLeftAtOnce() {
        // given: all treated left after a day, no control did, and neither was followed for long
        Figures figures = arms("", "90+ 90+").stay(TREATMENT, 990, 991L, 3);

        // when
        RetentionComparison found = compare(figures);

        // then
        assertThat(found.differences()).singleElement().satisfies(each -> {
            assertThat(each.difference().value()).isEqualTo(-1);
            assertThat(each.difference().lower()).isNull();
            assertThat(each.minimumDetectable()).isNull();
            assertThat(each.reasons()).containsExactly(Reason.NO_VARIANCE);
        });
        assertThat(difference(figures, 90)).isEmpty();
    }

    @Test
    void shouldSayWhyNothingCanBeCompared() {
        RetentionComparison nobody = compare(arms("", "10 20 400+"));
        assertThat(nobody.reasons()).containsExactly(Reason.NO_EMPLOYMENT_DATA);
        assertThat(nobody.evidence().reasons()).contains(Reason.NO_EMPLOYMENT_DATA);
        assertThat(nobody.differences()).isEmpty();

        assertThat(compare(arms("10", "10 20 400+")).reasons()).containsExactly(Reason.TOO_FEW_UNITS);

        RetentionComparison early = compare(arms("100+ 20", "100+ 30"));
        assertThat(early.reasons()).containsExactly(Reason.FOLLOW_UP_TOO_SHORT);
        assertThat(early.differences())
                .extracting(RetentionDifference::horizonDays)
                .containsExactly(90);
        assertThat(early.restrictedMeanDifferenceDays()).isNull();
        assertThat(early.logRank()).isNotNull();
    }

    @Test
    void shouldCompareNothing_whenThereAreNoControls() {
        Figures figures = new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 1, 0)
                .members(ENROLLED, Design.SELF_SELECTED, 1, 0)
                .stay(TREATMENT, 0, null, 5)
                .stay(ENROLLED, 0, null, 5);
        assertThat(figures.evaluate(Known.NOTHING).retentionComparison()).isNull();
        assertThat(difference(figures, 90)).isEmpty();
    }

    @Test
    void shouldGiveTheDifferenceAtAnyHorizonWithItsError() {
        // R: as above at 180: d, se, d / se, 2 * pnorm(-abs(d / se))
        LargeSample found = difference(arms(TREATED, CONTROLS), 180).orElseThrow();
        assertThat(found.value()).isCloseTo(0.2724386724386723, within(1e-12));
        assertThat(found.standardError()).isCloseTo(0.1892808630369923, within(1e-12));
        assertThat(found.statistic()).isCloseTo(1.4393355359195925, within(1e-12));
        assertThat(found.p()).isCloseTo(0.1500554791520543, within(1e-12));
        assertThat(difference(arms(TREATED, CONTROLS), 381)).isEmpty();
    }
}
