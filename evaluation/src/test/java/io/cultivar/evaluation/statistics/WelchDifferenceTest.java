package io.cultivar.evaluation.statistics;

import static io.cultivar.evaluation.statistics.Samples.assertClose;
import static io.cultivar.evaluation.statistics.Samples.assertEstimate;
import static io.cultivar.evaluation.statistics.Samples.moments;
import static io.cultivar.evaluation.statistics.Samples.shifted;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.Estimate;
import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2 {@code t.test}. */
class WelchDifferenceTest {

    private final Moments treatment = moments("10.1 12.3 9.8 11.4 13.9 8.7 10.6");
    private final Moments control = moments("15.2 14.1 19.9 3.4");

    @Test
    void shouldCompareArmsOfUnequalSizeAndSpread() {
        // R: w <- t.test(c(10.1,12.3,9.8,11.4,13.9,8.7,10.6), c(15.2,14.1,19.9,3.4))
        assertEstimate(
                WelchDifference.of(treatment, control).orElseThrow(),
                -2.1785714285714284,
                3.5456522192488005,
                3.212930826201904,
                0.5797176386442949,
                -13.050937784338533,
                8.693794927195679);
    }

    @Test
    void shouldFindTheSame_fromSizeMeanAndStandardDeviation() {
        // given: R: mean(x), sd(x), of both
        var treated = new WelchDifference.Sample(7, 10.971428571428572, 1.7298499797326221);
        var controls = new WelchDifference.Sample(4, 13.15, 6.96969631093541);

        // when
        Estimate exact = WelchDifference.of(treatment, control).orElseThrow();
        Estimate found = WelchDifference.of(treated, controls).orElseThrow();

        // then
        assertClose(found.value(), exact.value());
        assertClose(found.standardError(), exact.standardError());
        assertClose(found.degreesOfFreedom(), exact.degreesOfFreedom());
        assertClose(found.lower(), exact.lower());
        assertThat(WelchDifference.of(treated, new WelchDifference.Sample(1, 13, 0)))
                .isEmpty();
        assertThat(WelchDifference.of(new WelchDifference.Sample(7, 10, 0), new WelchDifference.Sample(4, 13, 0)))
                .as("neither varies")
                .isEmpty();
    }

    @Test
    void shouldNeverPoolTheVariances() {
        // given: R: t.test(..., var.equal = TRUE) has stderr 2.6730037372947755 and 9 degrees of freedom
        double pooledError = 2.6730037372947755;

        // when
        Estimate found = WelchDifference.of(treatment, control).orElseThrow();

        // then
        assertThat(found.standardError() / pooledError).isGreaterThan(1.3);
        assertThat(found.degreesOfFreedom()).isLessThan(4);
    }

    @Test
    void shouldOnlyTurnTheSign_whenArmsAreSwapped() {
        // when
        Estimate found = WelchDifference.of(treatment, control).orElseThrow();
        Estimate swapped = WelchDifference.of(control, treatment).orElseThrow();

        // then
        assertThat(found.value()).isNegative();
        assertThat(swapped.value()).isEqualTo(-found.value());
        assertThat(swapped.statistic()).isEqualTo(-found.statistic());
        assertThat(swapped.lower()).isEqualTo(-found.upper());
        assertThat(swapped.upper()).isEqualTo(-found.lower());
        assertThat(swapped.standardError()).isEqualTo(found.standardError());
        assertClose(swapped.degreesOfFreedom(), found.degreesOfFreedom());
        assertClose(swapped.p(), found.p());
    }

    @Test
    void shouldLoseNoDigit_whenTheLevelIsHuge() {
        // given: R: w <- t.test(c(1,2,4,8), c(3,3.5,5))
        Moments high = moments(shifted("1 2 4 8", "1000000000000"));
        Moments alsoHigh = moments(shifted("3 3.5 5", "1000000000000"));

        // then
        assertEstimate(
                WelchDifference.of(high, alsoHigh).orElseThrow(),
                -1.0 / 12,
                1.660404903764273,
                3.8415921222609497,
                0.9624724955940007,
                -4.769302239562285,
                4.602635572895619);
        assertThat(WelchDifference.of(high, alsoHigh))
                .isEqualTo(WelchDifference.of(moments("1 2 4 8"), moments("3 3.5 5")));
    }

    @Test
    void shouldUseTheOtherArmsSpread_whenOneArmDoesNotVary() {
        // R: w <- t.test(c(5,5,5), c(1,2,4,6))
        assertEstimate(
                WelchDifference.of(moments("5 5 5"), moments("1 2 4 6")).orElseThrow(),
                1.75,
                1.1086778913041726,
                3,
                0.21257296315231938,
                -1.7783078589306962,
                5.278307858930697);
    }

    @Test
    void shouldFindNothing_whenTooFewOrNothingVaries() {
        assertThat(WelchDifference.of(Moments.NONE, Moments.NONE)).isEmpty();
        assertThat(WelchDifference.of(Moments.NONE, control)).isEmpty();
        assertThat(WelchDifference.of(treatment, Moments.NONE)).isEmpty();
        assertThat(WelchDifference.of(moments("1"), control)).isEmpty();
        assertThat(WelchDifference.of(treatment, moments("1"))).isEmpty();
        assertThat(WelchDifference.of(moments("1 1 1"), moments("2 2"))).isEmpty();
        assertThat(WelchDifference.of(moments("3 3"), moments("3 3"))).isEmpty();
    }

    @Test
    void shouldWorkWithTwoInEachArm() {
        // R: w <- t.test(c(1,4), c(0,1)): 2, 1.5811388300841898, 1.2195121951219512
        Estimate found = WelchDifference.of(moments("1 4"), moments("0 1")).orElseThrow();
        assertClose(found.value(), 2);
        assertClose(found.standardError(), 1.5811388300841898);
        assertClose(found.degreesOfFreedom(), 1.2195121951219512);
    }

    @Test
    void shouldFindDifferenceOfZero_whenMeansAreEqual() {
        Estimate found = WelchDifference.of(moments("1 2 3"), moments("0 2 4")).orElseThrow();
        assertThat(found.value()).isZero();
        assertThat(found.p()).isEqualTo(1);
        assertThat(found.lower()).isEqualTo(-found.upper());
    }
}
