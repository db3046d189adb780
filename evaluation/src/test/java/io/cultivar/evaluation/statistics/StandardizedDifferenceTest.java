package io.cultivar.evaluation.statistics;

import static io.cultivar.evaluation.statistics.Samples.assertClose;
import static io.cultivar.evaluation.statistics.Samples.moments;
import static io.cultivar.evaluation.statistics.Samples.shifted;
import static org.assertj.core.api.Assertions.assertThat;

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
