package io.cultivar.evaluation.statistics;

import static io.cultivar.evaluation.statistics.Samples.assertClose;
import static io.cultivar.evaluation.statistics.Samples.assertEstimate;
import static io.cultivar.evaluation.statistics.Samples.pairs;
import static io.cultivar.evaluation.statistics.Samples.shifted;
import static io.cultivar.evaluation.statistics.TwoArms.CONTROL;
import static io.cultivar.evaluation.statistics.TwoArms.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.Estimate;
import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2 {@code lm}, one line for each arm, predicted at the common mean. */
class LinAdjustmentTest {

    @Test
    void shouldAdjustEachArmByItsOwnSlope() {
        // R: m <- data.frame(x = mean(c(xT, xC)))
        // pT <- predict(lm(y ~ x, data.frame(x = xT, y = yT)), m, se.fit = TRUE); pC likewise
        // L <- pT$fit - pC$fit; s <- sqrt(pT$se.fit^2 + pC$se.fit^2); k <- s^4 / (pT$se.fit^4 / 10 + pC$se.fit^4 / 7)
        // L; s; k; 2 * pt(-abs(L / s), k); L + c(-1, 1) * qt(.975, k) * s
        // L is also coef(lm(y ~ t * I(x - mean(x))))["t"]
        assertEstimate(
                LinAdjustment.of(TREATMENT, CONTROL).orElseThrow(),
                2.8146465762070063,
                0.4840528828573455,
                11.551144828371644,
                9.628077469496907e-5,
                1.755422672864653,
                3.8738704795493595);
    }

    @Test
    void shouldOnlyTurnTheSign_whenArmsAreSwapped() {
        // when
        Estimate found = LinAdjustment.of(TREATMENT, CONTROL).orElseThrow();
        Estimate swapped = LinAdjustment.of(CONTROL, TREATMENT).orElseThrow();

        // then
        assertClose(swapped.value(), -found.value());
        assertClose(swapped.standardError(), found.standardError());
        assertClose(swapped.degreesOfFreedom(), found.degreesOfFreedom());
    }

    @Test
    void shouldLoseNoDigitOfTheError_whenTheLevelIsHuge() {
        // given
        String level = "1000000";
        PairedSums high = pairs(shifted(TwoArms.TREATED_BEFORE, level), shifted(TwoArms.TREATED_AFTER, level));
        PairedSums alsoHigh = pairs(shifted(TwoArms.CONTROL_BEFORE, level), shifted(TwoArms.CONTROL_AFTER, level));

        // then
        assertThat(LinAdjustment.of(high, alsoHigh)).isEqualTo(LinAdjustment.of(TREATMENT, CONTROL));
    }

    @Test
    void shouldUseTheOtherArmsSpread_whenOneArmFitsPerfectly() {
        // given: y = 2x, so that its line has no error
        PairedSums perfect = pairs("1 2 3", "2 4 6");

        // when
        // R: m <- mean(c(1:3, xC)); pC as above; 2 * m - pC$fit; pC$se.fit
        Estimate found = LinAdjustment.of(perfect, CONTROL).orElseThrow();

        // then
        assertClose(found.degreesOfFreedom(), 7);
        assertClose(found.value(), 3.463437467129485);
        assertClose(found.standardError(), 0.13933295315323246);
    }

    @Test
    void shouldFindNothing_whenTooFewOrNothingToAdjustFor() {
        assertThat(LinAdjustment.of(PairedSums.NONE, PairedSums.NONE)).isEmpty();
        assertThat(LinAdjustment.of(PairedSums.NONE, CONTROL)).isEmpty();
        assertThat(LinAdjustment.of(TREATMENT, PairedSums.NONE)).isEmpty();
        assertThat(LinAdjustment.of(pairs("1 2", "3 5"), CONTROL)).isEmpty();
        assertThat(LinAdjustment.of(TREATMENT, pairs("1 2", "3 5"))).isEmpty();
        // x does not vary in one arm
        assertThat(LinAdjustment.of(pairs("1 1 1", "2 3 4"), CONTROL)).isEmpty();
        assertThat(LinAdjustment.of(TREATMENT, pairs("1 1 1", "2 3 4"))).isEmpty();
        // both lines fit perfectly
        assertThat(LinAdjustment.of(pairs("1 2 3", "2 4 6"), pairs("1 2 4", "3 5 9")))
                .isEmpty();
    }
}
