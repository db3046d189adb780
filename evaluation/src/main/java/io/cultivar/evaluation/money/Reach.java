package io.cultivar.evaluation.money;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.Interval;
import io.cultivar.evaluation.statistics.Normal;
import io.cultivar.evaluation.statistics.StudentT;
import org.jspecify.annotations.Nullable;

/**
 * How many standard errors the intervals of an amount reach to either side. Errors that come on top of the effect's (of a
 * unit value, of the cost) widen the standard error; both intervals scale with it.
 *
 * @param degreesOfFreedom of the t distribution behind the fixed 95 % interval; null for the normal one
 * @param alwaysValid half the always-valid interval over the standard error; null where there is none
 */
public record Reach(
        @Nullable Double degreesOfFreedom, @Nullable Double alwaysValid) {

    /** The normal distribution, and no always-valid interval. */
    public static final Reach NORMAL = new Reach(null, null);

    private static final double TAIL = 0.025;

    /** The reach of an estimate's intervals. */
    public static Reach of(Estimate estimate) {
        var sequence = estimate.alwaysValid();
        return new Reach(
                estimate.degreesOfFreedom(),
                sequence == null
                        ? null
                        : Double.valueOf((sequence.upper() - sequence.lower()) / 2 / estimate.standardError()));
    }

    /** Standard errors to either end of the fixed interval. */
    public double fixed() {
        return degreesOfFreedom == null ? Normal.Z975 : new StudentT(degreesOfFreedom).upperQuantile(TAIL);
    }

    /** A value with its intervals. */
    public Bounded bounded(double value, double standardError) {
        double half = fixed() * standardError;
        return new Bounded(
                value,
                value - half,
                value + half,
                alwaysValid == null
                        ? null
                        : new Interval(value - alwaysValid * standardError, value + alwaysValid * standardError));
    }

    /** The standard error that {@link #bounded} was given; 0 where the value has no interval. */
    public double standardError(Bounded bounded) {
        Double lower = bounded.lower();
        Double upper = bounded.upper();
        return lower == null || upper == null ? 0 : (upper - lower) / 2 / fixed();
    }

    /**
     * The probability that an amount is above zero, given the data and the assumptions: that of a deviation below value /
     * standardError, by the t distribution, or by the normal one where there are no degrees of freedom.
     *
     * @param standardError above 0
     */
    public double probabilityPositive(double value, double standardError) {
        double statistic = value / standardError;
        return degreesOfFreedom == null
                ? Normal.probabilityBelow(statistic)
                : new StudentT(degreesOfFreedom).cumulativeProbability(statistic);
    }

    /** The same without degrees of freedom. */
    public Reach normal() {
        return new Reach(null, alwaysValid);
    }
}
