package io.cultivar.evaluation.statistics;

import static io.cultivar.evaluation.statistics.Watched.CONTROLS;
import static io.cultivar.evaluation.statistics.Watched.TREATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.LargeSample;
import io.cultivar.evaluation.statistics.KaplanMeier.Point;
import io.cultivar.evaluation.statistics.KaplanMeier.RestrictedMean;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Expected values: R 4.2.2, survival 3.5-3. {@code T <- data.frame(time = c(0,14,30,30,90,90,120,180,200,250,365,365,400,400,410),
 * event = c(1,1,1,0,1,0,1,0,1,1,1,0,0,1,0)); C <- data.frame(time = c(5,14,14,30,60,90,90,91,150,180,300,365,370,380), event =
 * c(1,1,0,1,1,1,1,1,0,1,1,1,1,0)); f <- survfit(Surv(time, event) ~ 1, T, conf.type = "log-log")}.
 */
class KaplanMeierTest {

    private static final double TOLERANCE = 1e-12;

    private static void assertPoint(
            Lifetimes lifetimes, long day, double survival, double standardError, double lower, double upper) {
        Point found = KaplanMeier.of(lifetimes).at(day).orElseThrow();
        assertThat(found.survival()).isCloseTo(survival, within(TOLERANCE));
        assertThat(found.standardError()).isCloseTo(standardError, within(TOLERANCE));
        Interval interval = found.interval().orElseThrow();
        assertThat(interval.lower()).isCloseTo(lower, within(TOLERANCE));
        assertThat(interval.upper()).isCloseTo(upper, within(TOLERANCE));
    }

    private static Optional<RestrictedMean> mean(Lifetimes lifetimes, long horizon) {
        return KaplanMeier.of(lifetimes).restrictedMean(horizon);
    }

    @Test
    void shouldEstimateTheShareStillThereWithGreenwoodsErrorAndTheLogLogInterval() {
        // R: s <- summary(f, times = c(0, 90, 180, 365)); cbind(s$surv, s$std.err, s$lower, s$upper)
        assertPoint(TREATED, 0, 0.9333333333333333, 0.06440611887195306, 0.6126412437748718, 0.9903322366500169);
        assertPoint(TREATED, 90, 0.7272727272727273, 0.11672121368035582, 0.4252315172732252, 0.8881678063671771);
        assertPoint(TREATED, 180, 0.6464646464646464, 0.12872029091692302, 0.3439740523286345, 0.8366735748968753);
        assertPoint(TREATED, 365, 0.3694083694083694, 0.14153177803486366, 0.1204192371587186, 0.6259367010242300);
        // R: the same of C
        assertPoint(CONTROLS, 90, 0.5454545454545455, 0.1378315326557229, 0.2535414937192219, 0.7651064906572766);
        assertPoint(CONTROLS, 180, 0.3740259740259741, 0.1387743917957897, 0.12744320817485136, 0.6253376167727069);
        assertPoint(CONTROLS, 365, 0.1870129870129870, 0.1164390281754908, 0.03106678727831176, 0.4449987585829576);
    }

    @Test
    void shouldTellTheNumberAtRisk() {
        // R: s$n.risk, at 0, 90, 180, 365
        assertThat(new long[] {TREATED.atRisk(0), TREATED.atRisk(90), TREATED.atRisk(180), TREATED.atRisk(365)})
                .containsExactly(15, 11, 8, 5);
        assertThat(new long[] {CONTROLS.atRisk(0), CONTROLS.atRisk(90), CONTROLS.atRisk(180), CONTROLS.atRisk(365)})
                .containsExactly(14, 9, 5, 3);
    }

    @Test
    void shouldEstimateTheRestrictedMean() {
        // R: summary(f, rmean = 365)$table[c("rmean", "se(rmean)")], of T, of C
        RestrictedMean treated = mean(TREATED, 365).orElseThrow();
        assertThat(treated.days()).isCloseTo(229.27676767676766, within(1e-10));
        assertThat(treated.standardError()).isCloseTo(38.46545099824265, within(1e-10));
        RestrictedMean controls = mean(CONTROLS, 365).orElseThrow();
        assertThat(controls.days()).isCloseTo(176.75974025974028, within(1e-10));
        assertThat(controls.standardError()).isCloseTo(39.42174247437339, within(1e-10));

        // R: d <- 229.27676767676766 - 176.75974025974028; s <- sqrt(38.46545099824265^2 + 39.42174247437339^2)
        LargeSample difference = treated.minus(controls).orElseThrow();
        assertThat(difference.value()).isCloseTo(52.51702741702738, within(1e-9));
        assertThat(difference.standardError())
                .isCloseTo(Math.hypot(38.46545099824265, 39.42174247437339), within(1e-9));
    }

    @Test
    void shouldAgreeWithTheLeukemiaData() {
        // R: summary(survfit(Surv(time, status) ~ x, aml), rmean = 24)$table
        RestrictedMean maintained =
                mean(Watched.of("9 13 13+ 18 23 28+ 31 34 45+ 48 161+"), 24).orElseThrow();
        assertThat(maintained.days()).isCloseTo(20.92045454545454, within(1e-12));
        assertThat(maintained.standardError()).isCloseTo(1.541833175855139, within(1e-12));
        RestrictedMean not =
                mean(Watched.of("5 5 8 8 12 16+ 23 27 30 33 43 45"), 24).orElseThrow();
        assertThat(not.days()).isCloseTo(17.06944444444445, within(1e-12));
        assertThat(not.standardError()).isCloseTo(2.361345985049864, within(1e-12));
    }

    @Test
    void shouldReachBeyondTheLastDay_onlyWhenEverybodyHadLeft() {
        // R: summary(survfit(Surv(c(3, 5, 5, 9), rep(1, 4)) ~ 1), rmean = 20)$table
        Lifetimes gone = Watched.of("3 5 5 9");
        assertThat(mean(gone, 20).orElseThrow().days()).isCloseTo(5.5, within(1e-12));
        assertThat(mean(gone, 20).orElseThrow().standardError()).isCloseTo(1.089724735885168, within(1e-12));
        assertThat(KaplanMeier.of(gone).at(500)).contains(new Point(0, 0, Optional.empty()));

        // then: the last one was still there on day 410
        assertThat(mean(TREATED, 410)).isPresent();
        assertThat(mean(TREATED, 411)).isEmpty();
        assertThat(KaplanMeier.of(TREATED).at(410)).isPresent();
        assertThat(KaplanMeier.of(TREATED).at(411)).isEmpty();
    }

    @Test
    void shouldHaveNoIntervalAndNoVariance_whenNobodyOrEverybodyLeft() {
        assertThat(KaplanMeier.of(Watched.of("400+ 400+")).at(365)).contains(new Point(1, 0, Optional.empty()));
        assertThat(mean(Watched.of("400+ 400+"), 365)).contains(new RestrictedMean(365, 0));
        assertThat(mean(Watched.of("10 10 10"), 365)).contains(new RestrictedMean(10, 0));
        assertThat(mean(Watched.of("10 10 10"), 365).orElseThrow().estimate()).isEmpty();
        assertThat(mean(Watched.of("0"), 365)).contains(new RestrictedMean(0, 0));
        assertThat(KaplanMeier.of(Watched.of("0")).at(0)).contains(new Point(0, 0, Optional.empty()));
        assertThat(mean(Watched.of("7"), 365).orElseThrow().minus(new RestrictedMean(7, 0)))
                .isEmpty();
    }

    @Test
    void shouldSayNothing_whenThereIsNobody() {
        Lifetimes nobody = new Lifetimes.Builder(0, null).build();
        assertThat(KaplanMeier.of(nobody).at(0)).isEmpty();
        assertThat(KaplanMeier.of(nobody).restrictedMean(365)).isEmpty();
    }

    @Test
    void shouldNotOverflow_whenMillionsAreWatched() {
        // then: the same shares as with one each
        assertThat(KaplanMeier.of(Watched.of("10 20 20+ 40+", 3_000_000_000L))
                        .at(40)
                        .orElseThrow()
                        .survival())
                .isCloseTo(0.5, within(TOLERANCE));
    }
}
