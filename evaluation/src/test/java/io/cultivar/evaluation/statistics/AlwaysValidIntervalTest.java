package io.cultivar.evaluation.statistics;

import static io.cultivar.evaluation.statistics.Samples.assertClose;
import static io.cultivar.evaluation.statistics.TwoArms.CONTROL;
import static io.cultivar.evaluation.statistics.TwoArms.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.result.AlwaysValid;
import io.cultivar.contract.result.Estimate;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Expected values: the formulas in R 4.2.2, with {@code r <- qt(.975, df) / qnorm(.975); rho <- sqrt((-2 * log(.05) + log(1 - 2 *
 * log(.05))) / Ns); h <- SE * sqrt(N) * sqrt(2 * (N * rho^2 + 1) / (N^2 * rho^2) * log(sqrt(N * rho^2 + 1) / .05)) * r}, and {@code
 * 1 / integrate(function(m) exp(m * v / (SE * r) - m^2 / 2) * dnorm(m, 0, sqrt(N) * rho), -40,
 * 40, rel.tol = 1e-13)$value} for p: the mixture
 * itself, not its closed form.
 */
class AlwaysValidIntervalTest {

    private final SkewedMoments treated = TwoArms.treatmentChange();

    private final Estimate difference =
            WelchDifference.of(TREATMENT.change(), CONTROL.change()).orElseThrow();

    private final SkewedMoments tenControls = balanced(10);

    @Test
    void shouldFindIntervalAndP_ofOneSample() {
        // R: N <- 12; Ns <- 200; v <- mean(dT); SE and df of t.test(dT)
        assertAlwaysValid(
                AlwaysValidInterval.ofOne(PairedChange.of(TREATMENT.change()).orElseThrow(), treated, null)
                        .orElseThrow(),
                0.6967932959506737,
                5.669873370715994,
                0.0065103192823230405);
    }

    @ParameterizedTest
    @CsvSource({
        // R: N <- 22; v <- 2.8; SE <- .5; df <- 12.4; Ns <- 200, then 40
        "200, 0.7128619950933599, 4.88713800490664, 0.0035439136682809151",
        "40, 1.0993311045998426, 4.500668895400157, 7.068377726079132e-05"
    })
    void shouldFindIntervalAndP_ofTwoArms(int planned, double lower, double upper, double p) {
        Estimate estimate = Estimates.of(2.8, 0.5, 12.4);
        assertAlwaysValid(
                AlwaysValidInterval.of(estimate, treated, tenControls, planned).orElseThrow(), lower, upper, p);
    }

    @Test
    void shouldPlanForTwoHundred_whenNoHeadcountIsPlanned() {
        // given
        AlwaysValid expected =
                AlwaysValidInterval.of(difference, treated, tenControls, 200).orElseThrow();

        // then
        assertThat(AlwaysValidInterval.of(difference, treated, tenControls, null))
                .contains(expected);
        assertThat(AlwaysValidInterval.of(difference, treated, tenControls, 0)).contains(expected);
        assertThat(AlwaysValidInterval.of(difference, treated, tenControls, -3)).contains(expected);
    }

    @Test
    void shouldBeNarrowestAboutThePlannedHeadcount() {
        // given
        SkewedMoments hundred = balanced(100);
        Estimate estimate = Estimates.of(0, 1, 1e6);

        // when
        double planned = width(estimate, hundred, 200);

        // then
        assertThat(planned).isLessThan(width(estimate, hundred, 20)).isLessThan(width(estimate, hundred, 2000));
        assertThat(planned).isGreaterThan(estimate.upper() - estimate.lower());
    }

    private static double width(Estimate estimate, SkewedMoments arm, int planned) {
        AlwaysValid found = AlwaysValidInterval.of(estimate, arm, arm, planned).orElseThrow();
        return found.upper() - found.lower();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.3, 4, 12.4, 200, 1e5})
    void shouldHavePBelowFivePercentExactlyWhereZeroIsOutside(double degreesOfFreedom) {
        for (int planned : new int[] {5, 50, 200, 5000}) {
            double edge = width(Estimates.of(0, 0.5, degreesOfFreedom), tenControls, planned) / 2;
            for (double factor : new double[] {-3, -1.000001, -0.999999, 0, 0.2, 0.999999, 1.000001, 40}) {
                AlwaysValid found = AlwaysValidInterval.of(
                                Estimates.of(edge * factor, 0.5, degreesOfFreedom), tenControls, tenControls, planned)
                        .orElseThrow();
                boolean outside = found.lower() > 0 || found.upper() < 0;
                assertThat(outside).isEqualTo(Math.abs(factor) > 1);
                assertThat(found.p() < 0.05).isEqualTo(outside);
                assertThat(found.p()).isBetween(0.0, 1.0);
            }
            assertThat(AlwaysValidInterval.of(
                                    Estimates.of(edge, 0.5, degreesOfFreedom), tenControls, tenControls, planned)
                            .orElseThrow()
                            .p())
                    .isCloseTo(0.05, within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // people, how many of them at 1 with the others at 0, R: g1 <- (1 - 2 * p) / sqrt(p * (1 - p))
        "9, 4, false", // too few, g1 = 0.22
        "10, 3, true", // 0.87
        "10, 2, false", // 1.5
        "10, 0, false", // does not vary
        "29, 9, true", // 0.82
        "29, 8, false", // 1.0033
        "30, 8, true", // 1.06
        "30, 6, true", // 1.5
        "30, 5, false", // 1.79 > 0.3 sqrt(30) = 1.64
        "30, 0, false",
        "100, 9, true", // 2.87
        "100, 8, false", // 3.1
        "1000, 0, false"
    })
    void shouldBeGivenOnlyWhereEnoughPeopleAreEvenEnough(int people, int ones, boolean given) {
        // given
        SkewedMoments arm = binary(people, ones);
        SkewedMoments mirrored = binary(people, people - ones);
        SkewedMoments other = balanced(1000);

        // then
        for (SkewedMoments judged : new SkewedMoments[] {arm, mirrored}) {
            assertThat(AlwaysValidInterval.of(difference, judged, other, null).isPresent())
                    .isEqualTo(given);
            assertThat(AlwaysValidInterval.of(difference, other, judged, null).isPresent())
                    .isEqualTo(given);
            assertThat(AlwaysValidInterval.ofOne(difference, judged, null).isPresent())
                    .isEqualTo(given);
        }
    }

    @Test
    void shouldAskTheLargerArmHowSkewedValuesAre_whenTheSmallerIsTooSmallToTell() {
        SkewedMoments skewed = binary(100, 10);
        assertThat(AlwaysValidInterval.of(difference, binary(10, 5), skewed, null))
                .isEmpty();
        assertThat(AlwaysValidInterval.of(difference, skewed, binary(29, 14), null))
                .isEmpty();
        assertThat(AlwaysValidInterval.of(difference, binary(30, 15), skewed, null))
                .isPresent();
        assertThat(AlwaysValidInterval.of(difference, skewed, binary(30, 15), null))
                .isPresent();
    }

    @Test
    void shouldFindNothing_whenNobodyIsThere() {
        assertThat(AlwaysValidInterval.of(difference, SkewedMoments.NONE, tenControls, null))
                .isEmpty();
        assertThat(AlwaysValidInterval.ofOne(difference, SkewedMoments.NONE, null))
                .isEmpty();
    }

    @Test
    void shouldStayFinite_whenTheEffectIsFarFromZero() {
        AlwaysValid found = AlwaysValidInterval.of(Estimates.of(1e9, 1e-9, 5), tenControls, tenControls, 7)
                .orElseThrow();
        assertThat(found.p()).isZero();
        assertThat(found.lower()).isPositive();
    }

    private static SkewedMoments binary(int people, int ones) {
        return Samples.skewed(Stream.concat(
                        Collections.nCopies(ones, BigDecimal.ONE).stream(),
                        Collections.nCopies(people - ones, BigDecimal.ZERO).stream())
                .toList());
    }

    private static void assertAlwaysValid(AlwaysValid actual, double lower, double upper, double p) {
        assertClose(actual.lower(), lower);
        assertClose(actual.upper(), upper);
        assertThat(actual.p()).isCloseTo(p, within(1e-12));
    }

    /** An even number of people, half of them at -1 and half at 1. */
    private static SkewedMoments balanced(int people) {
        return Samples.skewed(Stream.of("1", "-1")
                .flatMap(value -> Collections.nCopies(people / 2, new BigDecimal(value)).stream())
                .toList());
    }
}
