package io.cultivar.contract.result;

import org.jspecify.annotations.Nullable;

/**
 * A value with its intervals.
 *
 * @param value the value
 * @param lower lower end of the fixed 95 % interval, for one look at a declared day; null where that has no ends or is unknown
 * @param upper its upper end; null together with lower
 * @param alwaysValid the interval that holds however often one looks; null where too few people or too skewed values
 */
public record Bounded(
        double value,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable Interval alwaysValid) {

    public Bounded {
        Finite.check(value);
        if ((lower == null) != (upper == null)) {
            throw new IllegalArgumentException("an interval has two ends or none");
        }
        if (lower != null && upper != null) {
            Finite.check(lower, upper);
        }
    }

    /** The interval that is shown: the always-valid one, else the fixed one, else none. */
    public @Nullable Interval shown() {
        if (alwaysValid != null) {
            return alwaysValid;
        }
        return lower == null || upper == null ? null : new Interval(lower, upper);
    }
}
