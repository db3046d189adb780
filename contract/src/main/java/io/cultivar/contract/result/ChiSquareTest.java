package io.cultivar.contract.result;

/**
 * A test whose statistic has a chi-square distribution where nothing is there.
 *
 * @param statistic the quadratic form
 * @param degreesOfFreedom of the distribution
 * @param p probability of one as large or larger
 */
public record ChiSquareTest(double statistic, int degreesOfFreedom, double p) {

    public ChiSquareTest {
        Finite.check(statistic, p);
    }
}
