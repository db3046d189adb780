package io.cultivar.contract.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program returned, in money, over its benefit horizon. The interval of every figure is mapped from the ends of the
 * effect's interval; cost and unit values are taken as known.
 *
 * @param currency of all amounts
 * @param outcomes the metrics that were turned into money
 * @param measured treated people behind it: the benefit is claimed for them only (no data, no improvement)
 * @param controls controls that they were compared with
 * @param benefit effect in money x measured people
 * @param netBenefit benefit - cost
 * @param roi (benefit - cost) / cost; 1 is 100 %
 * @param benefitCostRatio benefit / cost
 * @param paybackMonths months until the benefit, spread evenly over the horizon, covers the cost; null where it never does
 * @param horizonMonths months over which benefits are counted
 * @param provisional whether an after-window is still open
 * @param reasons why something is absent
 * @param withheld why publication withholds the numbers; null where it does not
 */
public record Returns(
        @Nullable String currency,
        List<String> outcomes,
        @Nullable Long measured,
        @Nullable Long controls,
        @Nullable Bounded benefit,
        @Nullable Bounded netBenefit,
        @Nullable Bounded roi,
        @Nullable Bounded benefitCostRatio,
        @Nullable Double paybackMonths,
        @Nullable Double horizonMonths,
        boolean provisional,
        List<Reason> reasons,
        @Nullable Withheld withheld) {

    public Returns {
        outcomes = List.copyOf(outcomes);
        reasons = List.copyOf(reasons);
    }
}
