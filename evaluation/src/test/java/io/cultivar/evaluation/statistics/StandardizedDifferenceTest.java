package io.cultivar.evaluation.statistics;

import static io.cultivar.evaluation.statistics.Samples.assertClose;
import static io.cultivar.evaluation.statistics.Samples.moments;
import static io.cultivar.evaluation.statistics.Samples.shifted;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.Balance;
import io.cultivar.contract.result.Standardized;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: the formulas in R 4.2.2. */
class StandardizedDifferenceTest {

    private final Moments treatment = moments("6.0 7.9 9.1 10.4 5.7");
    private final Moments control = moments("4.2 6.6 5.1 8.9 4.9 8.1 3.3");

    @Test
    void shouldFindHedgesG() {
        // R: J * (mean(t) - mean(c)) / sqrt((4 * var(t) + 6 * var(c)) / 10), J = exp(lgamma(5) - lgamma(4.5)) / sqrt(5)
        double g =
                StandardizedDifference.hedgesG(treatment, control).orElseThrow().value();
        assertClose(g, 0.8802666952164394);
        assertThat(StandardizedDifference.hedgesG(control, treatment)
                        .orElseThrow()
                        .value())
                .isEqualTo(-g);
    }

    @Test
    void shouldFindIntervals() {
        // R: J <- function(m) exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / sqrt(m / 2)
        // g <- J(19) * (mean(yT) - mean(yC)) / sqrt((11 * var(yT) + 8 * var(yC)) / 19); s <- sqrt(21 / (12 * 9) + g^2 /
        // 42)
        // g; s; g + c(-1, 1) * qnorm(.975) * s; then the same of dT and dC
        assertStandardized(
                StandardizedDifference.hedgesG(TwoArms.TREATMENT.y(), TwoArms.CONTROL.y())
                        .orElseThrow(),
                1.1545790496116486,
                0.4755878429818348,
                0.2224440058821623,
                2.086714093341135);
        assertStandardized(
                StandardizedDifference.hedgesG(TwoArms.TREATMENT.change(), TwoArms.CONTROL.change())
                        .orElseThrow(),
                2.0175892610178976,
                0.5397824317621696,
                0.9596351352765962,
                3.075543386759199);
        // R: g <- J(11) * mean(dT) / sd(dT); s <- sqrt(1 / 12 + g^2 / 24)
        assertStandardized(
                StandardizedDifference.pairedG(TwoArms.TREATMENT.change()).orElseThrow(),
                1.7165565483332998,
                0.4539900138230802,
                0.8267524718992216,
                2.606360624767378);
    }

    @Test
    void shouldFindNoPairedG_whenTooFewOrNothingVaries() {
        assertThat(StandardizedDifference.pairedG(Moments.NONE)).isEmpty();
        assertThat(StandardizedDifference.pairedG(moments("1"))).isEmpty();
        assertThat(StandardizedDifference.pairedG(moments("1 2"))).isEmpty();
        assertThat(StandardizedDifference.pairedG(moments("2 2 2"))).isEmpty();
        assertThat(StandardizedDifference.pairedG(moments("1 2 3"))).isPresent();
    }

    @Test
    void shouldCompareVariancesAndTestTheBalance() {
        // R: (mean(xT) - mean(xC)) / sqrt((var(xT) + var(xC)) / 2); var(xT) / var(xC); t.test(xT, xC)$p.value
        Balance found = StandardizedDifference.balance(TwoArms.TREATMENT.x(), TwoArms.CONTROL.x())
                .orElseThrow();
        assertClose(found.standardizedDifference(), -0.024100549594483996);
        assertClose(requireNonNull(found.varianceRatio()), 0.4789294013023896);
        assertClose(requireNonNull(found.p()), 0.9582500098066693);
    }

    @Test
    void shouldFindNoVarianceRatio_whenTheControlsDoNotVary() {
        assertThat(StandardizedDifference.balance(moments("1 2"), moments("1 1"))
                        .orElseThrow()
                        .varianceRatio())
                .isNull();
        assertThat(StandardizedDifference.balance(moments("1 1"), moments("1 2"))
                        .orElseThrow()
                        .varianceRatio())
                .isZero();
    }

    private static void assertStandardized(
            Standardized actual, double value, double standardError, double lower, double upper) {
        assertClose(actual.value(), value);
        assertClose(actual.standardError(), standardError);
        assertClose(actual.lower(), lower);
        assertClose(actual.upper(), upper);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0.56418958354775628",
        "3, 0.72360125455826774",
        "4, 0.79788456080286529",
        "10, 0.92274560805308703",
        "100, 0.99247805498140285",
        "1000, 0.99924978117943442"
    })
    void shouldCorrectForSmallSamples(double degreesOfFreedom, double expected) {
        // R: exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / sqrt(m / 2)
        assertClose(StandardizedDifference.smallSampleCorrection(degreesOfFreedom), expected);
    }

    @Test
    void shouldFindBalance() {
        // given
        Moments treated = moments("3.1 4.2 5.0 6.3 2.2");
        Moments controls = moments("2.9 5.1 4.4 6.8 3.3 7.0 1.2");

        // then: R: (mean(t) - mean(c)) / sqrt((var(t) + var(c)) / 2)
        double smd =
                StandardizedDifference.balance(treated, controls).orElseThrow().standardizedDifference();
        assertClose(smd, -0.12052520982043302);
        assertThat(StandardizedDifference.balance(controls, treated)
                        .orElseThrow()
                        .standardizedDifference())
                .isEqualTo(-smd);
    }

    @Test
    void shouldLoseNoDigit_whenTheLevelIsHuge() {
        // given
        Moments high = moments(shifted("6.0 7.9 9.1 10.4 5.7", "1000000000000"));
        Moments alsoHigh = moments(shifted("4.2 6.6 5.1 8.9 4.9 8.1 3.3", "1000000000000"));

        // then
        assertThat(StandardizedDifference.hedgesG(high, alsoHigh))
                .isEqualTo(StandardizedDifference.hedgesG(treatment, control));
        assertThat(StandardizedDifference.balance(high, alsoHigh))
                .isEqualTo(StandardizedDifference.balance(treatment, control));
    }

    @Test
    void shouldFindNothing_whenTooFewOrNothingVaries() {
        for (Moments few : new Moments[] {Moments.NONE, moments("1")}) {
            assertThat(StandardizedDifference.hedgesG(few, control)).isEmpty();
            assertThat(StandardizedDifference.hedgesG(treatment, few)).isEmpty();
            assertThat(StandardizedDifference.balance(few, control)).isEmpty();
            assertThat(StandardizedDifference.balance(treatment, few)).isEmpty();
        }
        assertThat(StandardizedDifference.hedgesG(moments("1 1"), moments("2 2")))
                .isEmpty();
        assertThat(StandardizedDifference.balance(moments("1 1"), moments("2 2")))
                .isEmpty();
    }

    @Test
    void shouldUseTheOtherArmsSpread_whenOneArmDoesNotVary() {
        // R: J(2) * (1 - 1.5) / sqrt((0 + 0.5) / 2) and (1 - 1.5) / sqrt((0 + 0.5) / 2)
        assertClose(
                StandardizedDifference.hedgesG(moments("1 1"), moments("1 2"))
                        .orElseThrow()
                        .value(),
                -0.5641895835477563);
        assertClose(
                StandardizedDifference.balance(moments("1 1"), moments("1 2"))
                        .orElseThrow()
                        .standardizedDifference(),
                -1);
    }
}
