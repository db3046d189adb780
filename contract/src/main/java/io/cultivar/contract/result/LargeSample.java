package io.cultivar.contract.result;

/**
 * One estimated quantity whose interval comes from the normal distribution.
 *
 * @param value the estimate
 * @param standardError its standard error, above 0
 * @param statistic value / standardError
 * @param p two-sided p-value
 * @param lower lower end of the 95 % interval
 * @param upper upper end
 */
public record LargeSample(double value, double standardError, double statistic, double p, double lower, double upper) {

    public LargeSample {
        Finite.check(value, standardError, statistic, p, lower, upper);
    }
}
