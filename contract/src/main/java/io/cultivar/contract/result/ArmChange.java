package io.cultivar.contract.result;

import org.jspecify.annotations.Nullable;

/**
 * How a metric changed in one arm, over the people with a before- and an after-value.
 *
 * @param assigned people in the arm: measured + pending + missing
 * @param measured people with both values (n)
 * @param pending people with a before-value whose after-window is still open
 * @param missing people who will not have both values: missing follow-up, or never measured
 * @param meanBefore mean of the before-values, in the metric's unit
 * @param meanAfter mean of the after-values
 * @param meanChange mean after - before
 * @param change the mean change with its paired t interval; null where not estimable or withheld
 */
public record ArmChange(
        @Nullable Long assigned,
        @Nullable Long measured,
        @Nullable Long pending,
        @Nullable Long missing,
        @Nullable Double meanBefore,
        @Nullable Double meanAfter,
        @Nullable Double meanChange,
        @Nullable Estimate change) {

    public ArmChange {
        Finite.checkPresent(meanBefore, meanAfter, meanChange);
    }
}
