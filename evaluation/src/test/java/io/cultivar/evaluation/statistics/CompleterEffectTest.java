package io.cultivar.evaluation.statistics;

import static io.cultivar.evaluation.statistics.Samples.assertClose;
import static io.cultivar.evaluation.statistics.Samples.assertEstimate;
import static io.cultivar.evaluation.statistics.Samples.moments;
import static io.cultivar.evaluation.statistics.TwoArms.CONTROL;
import static io.cultivar.evaluation.statistics.TwoArms.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.Estimate;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Expected values: the formulas in R 4.2.2. */
class CompleterEffectTest {

    private static final BigDecimal OF_COMPLETERS = new BigDecimal("35.4");

    @Test
    void shouldFindEffectOnCompleters() {
        // R: q <- mean(cT); e <- D / q; s <- sqrt(SE^2 + e^2 * var(cT) / 12 - 2 * e * cov(dT, cT) / 12) / q
        // A <- var(dT - e * cT) / 12; B <- var(dC) / 9; k <- (A + B)^2 / (A^2 / 11 + B^2 / 8)
        // e; s; k; 2 * pt(-abs(e / s), k); e + c(-1, 1) * qt(.975, k) * s; sum(cT); sum(cT * dT)
        assertEstimate(
                CompleterEffect.of(TREATMENT.change(), 9, OF_COMPLETERS, CONTROL.change())
                        .orElseThrow(),
                3.740740740740741,
                0.4610496941415915,
                14.147657713899905,
                1.0816232676822363e-6,
                2.7528548558080694,
                4.728626625673412);
    }

    @Test
    void shouldBeTheDifferenceItself_whenEverybodyCompleted() {
        // given
        Estimate expected =
                WelchDifference.of(TREATMENT.change(), CONTROL.change()).orElseThrow();

        // when
        Estimate found = CompleterEffect.of(
                        TREATMENT.change(), 12, TREATMENT.change().sum(), CONTROL.change())
                .orElseThrow();

        // then
        assertEstimate(
                found,
                expected.value(),
                expected.standardError(),
                expected.degreesOfFreedom(),
                expected.p(),
                expected.lower(),
                expected.upper());
    }

    @Test
    void shouldBeLessCertain_whenNothingIsKnownOfWhoCompleted() {
        // given: completers changed like everybody else, 3.0917 on average
        BigDecimal alike = new BigDecimal("27.825");
        double intention = WelchDifference.of(TREATMENT.change(), CONTROL.change())
                .orElseThrow()
                .standardError();

        // when
        Estimate found = CompleterEffect.of(TREATMENT.change(), 9, alike, CONTROL.change())
                .orElseThrow();

        // then
        assertClose(found.value(), 3.740740740740741);
        assertThat(found.standardError()).isGreaterThan(intention / 0.75);
    }

    @Test
    void shouldFindNothing_whenNobodyCompletedOrTooFewOrNothingVaries() {
        BigDecimal zero = BigDecimal.ZERO;
        assertThat(CompleterEffect.of(TREATMENT.change(), 0, zero, CONTROL.change()))
                .isEmpty();
        assertThat(CompleterEffect.of(Moments.NONE, 0, zero, CONTROL.change())).isEmpty();
        assertThat(CompleterEffect.of(moments("2"), 1, new BigDecimal("2"), CONTROL.change()))
                .isEmpty();
        assertThat(CompleterEffect.of(TREATMENT.change(), 9, OF_COMPLETERS, Moments.NONE))
                .isEmpty();
        assertThat(CompleterEffect.of(TREATMENT.change(), 9, OF_COMPLETERS, moments("2")))
                .isEmpty();
        assertThat(CompleterEffect.of(moments("2 2 2"), 3, new BigDecimal("6"), moments("1 1")))
                .isEmpty();
        // exactly the completers changed, all alike
        assertThat(CompleterEffect.of(moments("2 2 0"), 2, new BigDecimal("4"), moments("0 0")))
                .isEmpty();
    }
}
