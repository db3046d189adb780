package io.cultivar.evaluation.statistics;

import static io.cultivar.evaluation.statistics.Samples.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.LargeSample;
import org.junit.jupiter.api.Test;

/** The normal and the chi-square distribution, and the test of the sample ratio. Expected values: R 4.2.2. */
class LargeSampleTest {

    @Test
    void shouldFindNormalQuantilesAndTails() {
        // R: qnorm(c(.975, .8, .001)); 2 * pnorm(-c(1.96, 2.5))
        assertClose(Normal.Z975, 1.9599639845400536);
        assertClose(Normal.quantile(0.8), 0.8416212335729144);
        assertClose(Normal.quantile(0.001), -3.090232306167813);
        assertThat(Normal.quantile(0.5)).isZero();
        assertClose(Normal.twoSidedP(1.96), 0.049995790296440856);
        assertClose(Normal.twoSidedP(-2.5), 0.01241933065155227);
        assertThat(Normal.twoSidedP(0)).isEqualTo(1);
        assertThat(Normal.twoSidedP(60)).isZero();
    }

    @Test
    void shouldFindNormalInterval() {
        // R: 1 / .4; 2 * pnorm(-2.5); 1 + c(-1, 1) * qnorm(.975) * .4
        LargeSample found = Normal.of(1, 0.4);
        assertThat(found.value()).isEqualTo(1);
        assertThat(found.standardError()).isEqualTo(0.4);
        assertClose(found.statistic(), 2.5);
        assertClose(found.p(), 0.01241933065155227);
        assertClose(found.lower(), 0.21601440618397852);
        assertClose(found.upper(), 1.7839855938160214);
    }

    @Test
    void shouldFindChiSquareTails() {
        // R: pchisq(c(.5, 3.841458820694124, 40), 1, lower = FALSE); pchisq(7.3, 4, lower = FALSE); pchisq(200, 5,
        // lower = FALSE)
        assertClose(ChiSquare.upperTail(0.5, 1), 0.4795001221869535);
        assertClose(ChiSquare.upperTail(3.841458820694124, 1), 0.05);
        assertClose(ChiSquare.upperTail(40, 1), 2.539628589470865e-10);
        assertClose(ChiSquare.upperTail(7.3, 4), 0.12085874882121238);
        assertClose(ChiSquare.upperTail(200, 5), 2.8406228986415315e-41);
        assertThat(ChiSquare.upperTail(0, 1)).isEqualTo(1);
    }

    @Test
    void shouldTestWhetherPeopleWereSplitAsDeclared() {
        // R: chisq.test(c(540, 460), p = c(.5, .5))$p.value; chisq.test(c(25, 95), p = c(.3, .7))$p.value
        assertClose(SampleRatio.p(540, 460, 0.5), 0.011412036386001658);
        assertClose(SampleRatio.p(25, 95, 0.3), 0.028433528913982757);
        assertClose(SampleRatio.p(460, 540, 0.5), SampleRatio.p(540, 460, 0.5));
        assertThat(SampleRatio.p(30, 90, 0.25)).isEqualTo(1);
    }

    @Test
    void shouldTestTheSplit_whenNobodyIsThereOrAnArmMustBeEmpty() {
        assertThat(SampleRatio.p(0, 0, 0.5)).isEqualTo(1);
        assertThat(SampleRatio.p(7, 0, 1)).isEqualTo(1);
        assertThat(SampleRatio.p(7, 1, 1)).isZero();
        assertThat(SampleRatio.p(0, 7, 0)).isEqualTo(1);
        assertThat(SampleRatio.p(1, 7, 0)).isZero();
    }
}
