package io.cultivar.contract.result;

/**
 * One estimated quantity with its fixed-sample t interval.
 *
 * @param value the estimate, in the unit of what is estimated
 * @param standardError its standard error, above 0
 * @param degreesOfFreedom of the t distribution
 * @param statistic value / standardError
 * @param p two-sided p-value of the hypothesis that the quantity is 0
 * @param lower lower end of the interval
 * @param upper upper end of the interval
 * @param level coverage of the interval, 0.95
 */
public record Estimate(
        double value,
        double standardError,
        double degreesOfFreedom,
        double statistic,
        double p,
        double lower,
        double upper,
        double level) {

    public Estimate {
        Finite.check(value, standardError, degreesOfFreedom, statistic, p, lower, upper, level);
    }
}
