package io.cultivar.metricsapi.exposition;

import io.cultivar.contract.result.AlwaysValid;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.LargeSample;
import io.cultivar.contract.result.Standardized;
import io.cultivar.contract.result.SurvivalPoint;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A value with its intervals, whatever it was estimated by.
 *
 * @param value the value
 * @param fixed the interval for one look at a declared day
 * @param alwaysValid the interval that holds however often one looks
 */
record Figure(
        double value, @Nullable Interval fixed, @Nullable Interval alwaysValid) {

    static @Nullable Figure of(@Nullable Bounded bounded) {
        return bounded == null
                ? null
                : new Figure(bounded.value(), interval(bounded.lower(), bounded.upper()), bounded.alwaysValid());
    }

    static @Nullable Figure of(@Nullable Estimate estimate) {
        if (estimate == null) {
            return null;
        }
        AlwaysValid sequence = estimate.alwaysValid();
        return new Figure(
                estimate.value(),
                new Interval(estimate.lower(), estimate.upper()),
                sequence == null ? null : new Interval(sequence.lower(), sequence.upper()));
    }

    static @Nullable Figure of(@Nullable LargeSample estimate) {
        return estimate == null
                ? null
                : new Figure(estimate.value(), new Interval(estimate.lower(), estimate.upper()), null);
    }

    static @Nullable Figure of(@Nullable Standardized effect) {
        return effect == null ? null : new Figure(effect.value(), new Interval(effect.lower(), effect.upper()), null);
    }

    static Figure of(SurvivalPoint point) {
        return new Figure(point.survival(), interval(point.lower(), point.upper()), null);
    }

    /** The same number of days, in seconds. */
    static @Nullable Figure ofDays(@Nullable LargeSample days) {
        return days == null
                ? null
                : new Figure(seconds(days.value()), new Interval(seconds(days.lower()), seconds(days.upper())), null);
    }

    static double seconds(double days) {
        return days * Duration.ofDays(1).toSeconds();
    }

    private static @Nullable Interval interval(@Nullable Double lower, @Nullable Double upper) {
        return lower == null || upper == null ? null : new Interval(lower, upper);
    }
}
