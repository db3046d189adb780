package io.cultivar.contract.result;

/**
 * A test whose statistic has an F distribution where nothing is there.
 *
 * @param statistic the quadratic form, divided so that it is about 1 where nothing is there
 * @param numeratorDegreesOfFreedom how many quantities are tested together
 * @param denominatorDegreesOfFreedom how well their errors are known, above 0
 * @param p probability of one as large or larger
 */
public record FTest(double statistic, int numeratorDegreesOfFreedom, double denominatorDegreesOfFreedom, double p) {

    public FTest {
        Finite.check(statistic, denominatorDegreesOfFreedom, p);
    }
}
