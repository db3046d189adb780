package io.cultivar.evaluation.statistics;

import static io.cultivar.evaluation.statistics.Samples.assertClose;
import static io.cultivar.evaluation.statistics.Samples.assertEstimate;
import static io.cultivar.evaluation.statistics.Samples.pairs;
import static io.cultivar.evaluation.statistics.Samples.shifted;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.Estimate;
import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2 {@code lm}. */
class AncovaTest {

    private static final String TREATED_BEFORE = "3.1 4.2 5.0 6.3 2.2";
    private static final String TREATED_AFTER = "6.0 7.9 9.1 10.4 5.7";
    private static final String CONTROL_BEFORE = "2.9 5.1 4.4 6.8 3.3 7.0 1.2";
    private static final String CONTROL_AFTER = "4.2 6.6 5.1 8.9 4.9 8.1 3.3";

    private final PairedSums treatment = pairs(TREATED_BEFORE, TREATED_AFTER);
    private final PairedSums control = pairs(CONTROL_BEFORE, CONTROL_AFTER);

    @Test
    void shouldAdjustForTheBeforeValues() {
        // R: m <- lm(y ~ t + x), t = 1 for the treated; coef(summary(m))["t", ]; m$df.residual; confint(m)["t", ]
        assertEstimate(
                Ancova.of(treatment, control).orElseThrow(),
                2.1810067871554226,
                0.3109409689866112,
                9,
                6.226337898095213e-5,
                1.4776094469549457,
                2.8844041273558996);
    }

    @Test
    void shouldOnlyTurnTheSign_whenArmsAreSwapped() {
        // when
        Estimate found = Ancova.of(treatment, control).orElseThrow();
        Estimate swapped = Ancova.of(control, treatment).orElseThrow();

        // then
        assertClose(swapped.value(), -found.value());
        assertClose(swapped.standardError(), found.standardError());
        assertClose(swapped.lower(), -found.upper());
    }

    @Test
    void shouldLoseNoDigit_whenTheLevelIsHuge() {
        // given
        String level = "1000000000000";
        PairedSums high = pairs(shifted(TREATED_BEFORE, level), shifted(TREATED_AFTER, level));
        PairedSums alsoHigh = pairs(shifted(CONTROL_BEFORE, level), shifted(CONTROL_AFTER, level));

        // then
        assertThat(Ancova.of(high, alsoHigh)).isEqualTo(Ancova.of(treatment, control));
    }

    @Test
    void shouldFindNothing_whenTooFewOrNothingToAdjustFor() {
        assertThat(Ancova.of(PairedSums.NONE, PairedSums.NONE)).isEmpty();
        assertThat(Ancova.of(PairedSums.NONE, control)).isEmpty();
        assertThat(Ancova.of(treatment, PairedSums.NONE)).isEmpty();
        assertThat(Ancova.of(pairs("1", "2"), control)).isEmpty();
        assertThat(Ancova.of(treatment, pairs("1", "2"))).isEmpty();
        // x does not vary within the arms
        assertThat(Ancova.of(pairs("1 1 1", "2 3 4"), pairs("2 2 2", "1 5 3"))).isEmpty();
        // the line fits perfectly
        assertThat(Ancova.of(pairs("1 2 3", "2 4 6"), pairs("1 2 4", "3 5 9"))).isEmpty();
        assertThat(Ancova.of(pairs("1 2", "5 5"), pairs("3 4", "5 5"))).isEmpty();
    }

    @Test
    void shouldWorkWithTwoInEachArm() {
        // R: m <- lm(c(1,4,2,2) ~ c(1,1,0,0) + c(0,2,1,2)); coef(summary(m))[2, 1:2]; m$df.residual
        Estimate found = Ancova.of(pairs("0 2", "1 4"), pairs("1 2", "2 2")).orElseThrow();
        assertClose(found.value(), 1.1);
        assertClose(found.standardError(), 0.9949874371066194);
        assertClose(found.degreesOfFreedom(), 1);
    }
}
