package io.cultivar.contract.result;

import org.jspecify.annotations.Nullable;

/**
 * One estimated quantity with its fixed-sample t interval and the interval that holds however often one looks.
 *
 * @param value the estimate, in the unit of what is estimated
 * @param standardError its standard error, above 0
 * @param degreesOfFreedom of the t distribution
 * @param statistic value / standardError
 * @param p two-sided p-value of the hypothesis that the quantity is 0, for one look
 * @param lower lower end of the fixed interval, for one look at a declared day
 * @param upper upper end of the fixed interval
 * @param level coverage of the intervals, 0.95
 * @param alwaysValid what holds however often one looks; null where it is not computed, or too few people or too skewed
 *     values stand behind it
 */
public record Estimate(
        double value,
        double standardError,
        double degreesOfFreedom,
        double statistic,
        double p,
        double lower,
        double upper,
        double level,
        @Nullable AlwaysValid alwaysValid) {

    public Estimate {
        Finite.check(value, standardError, degreesOfFreedom, statistic, p, lower, upper, level);
    }

    /** The same estimate with this always-valid interval. */
    public Estimate with(@Nullable AlwaysValid sequence) {
        return new Estimate(value, standardError, degreesOfFreedom, statistic, p, lower, upper, level, sequence);
    }

    /** The interval that is shown: the always-valid one, else the fixed one. */
    public Interval shown() {
        return alwaysValid == null
                ? new Interval(lower, upper)
                : new Interval(alwaysValid.lower(), alwaysValid.upper());
    }
}
