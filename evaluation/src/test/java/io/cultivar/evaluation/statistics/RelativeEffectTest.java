package io.cultivar.evaluation.statistics;

import static io.cultivar.evaluation.statistics.Samples.assertClose;
import static io.cultivar.evaluation.statistics.Samples.pairs;
import static io.cultivar.evaluation.statistics.TwoArms.CONTROL;
import static io.cultivar.evaluation.statistics.TwoArms.TREATMENT;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.AlwaysValid;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Interval;
import org.junit.jupiter.api.Test;

/** Expected values: the formulas in R 4.2.2. */
class RelativeEffectTest {

    @Test
    void shouldFindShareOfTheCounterfactual() {
        // R: M <- mean(xT) + mean(dC); R <- D / M; VM <- var(xT) / 12 + var(dC) / 9
        // DM <- cov(dT, xT) / 12 - var(dC) / 9; s <- sqrt(SE^2 + R^2 * VM - 2 * R * DM) / M
        // M; R; R + c(-1, 1) * qt(.975, df) * s
        Bounded found = RelativeEffect.of(TREATMENT, CONTROL, true).orElseThrow();
        assertClose(RelativeEffect.counterfactualMean(TREATMENT, CONTROL).orElseThrow(), 4.827777777777778);
        assertClose(found.value(), 0.5811277330264671);
        assertClose(requireNonNull(found.lower()), 0.36227607910390003);
        assertClose(requireNonNull(found.upper()), 0.7999793869490343);
        assertThat(found.alwaysValid()).isNull();
    }

    @Test
    void shouldTurnTheSign_whenLowerIsBetter() {
        // when
        Bounded higher = RelativeEffect.of(TREATMENT, CONTROL, true).orElseThrow();
        Bounded lower = RelativeEffect.of(TREATMENT, CONTROL, false).orElseThrow();

        // then
        assertThat(lower.value()).isEqualTo(-higher.value());
        assertThat(lower.lower()).isEqualTo(-requireNonNull(higher.upper()));
        assertThat(lower.upper()).isEqualTo(-requireNonNull(higher.lower()));
    }

    @Test
    void shouldWidenByTheSameFactorAsTheDifference() {
        // given: R: h is the always-valid half-width for N = 21, N* = 200, see AlwaysValidIntervalTest
        var ofDifference = new AlwaysValid(0.6382781121118994, 4.972832998999213, 0.005380988209136265);

        // when
        Interval found = requireNonNull(RelativeEffect.of(TREATMENT, CONTROL, true, ofDifference)
                .orElseThrow()
                .alwaysValid());

        // then: R: R + c(-1, 1) * qt(.975, df) * s * (h / (qt(.975, df) * SE))
        assertClose(found.lower(), 0.15571479684740325);
        assertClose(found.upper(), 1.006540669205531);
    }

    @Test
    void shouldNotShowMinusZero_whenNothingHappenedAndLowerIsBetter() {
        Bounded found = RelativeEffect.of(pairs("1 2 3", "1 3 2"), pairs("2 1 3", "1 2 3"), false)
                .orElseThrow();
        assertThat(1 / found.value()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void shouldFindNothing_whenTheCounterfactualIsNotAboveZero() {
        // x averages -5; then 2 with a change of the controls of -2
        assertThat(RelativeEffect.of(pairs("-4 -6", "1 2"), CONTROL, true)).isEmpty();
        assertThat(RelativeEffect.of(pairs("1 3", "5 2"), pairs("5 6", "2 5"), true))
                .isEmpty();
        assertThat(RelativeEffect.counterfactualMean(pairs("1 3", "5 2"), pairs("5 6", "2 5")))
                .contains(0.0);
    }

    @Test
    void shouldFindNothing_whenTooFewOrNothingVaries() {
        assertThat(RelativeEffect.counterfactualMean(PairedSums.NONE, CONTROL)).isEmpty();
        assertThat(RelativeEffect.counterfactualMean(TREATMENT, PairedSums.NONE))
                .isEmpty();
        assertThat(RelativeEffect.of(PairedSums.NONE, CONTROL, true)).isEmpty();
        assertThat(RelativeEffect.of(TREATMENT, PairedSums.NONE, true)).isEmpty();
        assertThat(RelativeEffect.of(pairs("1", "2"), CONTROL, true)).isEmpty();
        assertThat(RelativeEffect.of(pairs("1 2", "3 4"), pairs("1 2", "2 3"), true))
                .isEmpty();
    }

    @Test
    void shouldBeCertain_whenEveryChangeIsTheSameShare() {
        // y = 1.5 x for the treated, and the controls do not change: D / M is 0.5 for any baseline
        Bounded found = RelativeEffect.of(pairs("2 4 6", "3 6 9"), pairs("2 4 6", "2 4 6"), true)
                .orElseThrow();
        assertThat(found.value()).isEqualTo(0.5);
        assertThat(found.lower()).isEqualTo(0.5);
        assertThat(found.upper()).isEqualTo(0.5);
    }
}
