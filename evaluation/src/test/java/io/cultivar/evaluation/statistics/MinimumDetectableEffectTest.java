package io.cultivar.evaluation.statistics;

import static io.cultivar.evaluation.statistics.Samples.assertClose;
import static io.cultivar.evaluation.statistics.TwoArms.CONTROL;
import static io.cultivar.evaluation.statistics.TwoArms.TREATMENT;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.MinimumDetectable;
import org.junit.jupiter.api.Test;

class MinimumDetectableEffectTest {

    private final Estimate difference =
            WelchDifference.of(TREATMENT.change(), CONTROL.change()).orElseThrow();

    @Test
    void shouldFindSmallestEffectThatWouldHaveBeenSeen() {
        // R: m <- (qt(.975, df) + qt(.8, df)) * SE; m; m / (mean(xT) + mean(dC))
        MinimumDetectable found = MinimumDetectableEffect.of(difference, 4.827777777777778);
        assertClose(found.absolute(), 1.562483274272404);
        assertClose(requireNonNull(found.relative()), 0.32364440663870275);
    }

    @Test
    void shouldNotBeAShare_whenTheCounterfactualIsNotAboveZero() {
        assertThat(MinimumDetectableEffect.of(difference, null).relative()).isNull();
        assertThat(MinimumDetectableEffect.of(difference, 0.0).relative()).isNull();
        assertThat(MinimumDetectableEffect.of(difference, -4.8).relative()).isNull();
    }

    @Test
    void shouldDependOnThePrecisionAlone() {
        // given
        Estimate other = new Estimate(
                0, difference.standardError(), difference.degreesOfFreedom(), 0, 1, -1, 1, difference.level(), null);

        // then
        assertThat(MinimumDetectableEffect.of(other, null)).isEqualTo(MinimumDetectableEffect.of(difference, null));
    }
}
