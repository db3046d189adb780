package io.cultivar.evaluation.portfolio;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Interval;
import io.cultivar.evaluation.money.Fieller;
import org.jspecify.annotations.Nullable;

/**
 * Benefit over cost. Where the cost is known, the ends of the benefit over it; else {@link Fieller}'s interval
 * for independent benefit and cost with their half-widths, none where the cost may be 0. A half-width is the longer of a
 * side's two distances.
 */
final class Ratio {

    private Ratio() {}

    /** The ratio; {@code cost} is above 0. */
    static Bounded of(Bounded benefit, Bounded cost) {
        Interval known = Combined.fixed(cost);
        double halfWidth = known == null ? 0 : halfWidth(cost.value(), known);
        if (halfWidth == 0) {
            return Combined.map(benefit, amount -> amount / cost.value());
        }
        Interval fixed = fieller(benefit.value(), Combined.fixed(benefit), cost.value(), halfWidth);
        return new Bounded(
                benefit.value() / cost.value(),
                fixed == null ? null : Double.valueOf(fixed.lower()),
                fixed == null ? null : Double.valueOf(fixed.upper()),
                fieller(benefit.value(), benefit.alwaysValid(), cost.value(), halfWidth));
    }

    private static @Nullable Interval fieller(double b, @Nullable Interval benefit, double c, double costHalfWidth) {
        return benefit == null
                ? null
                : Fieller.interval(b, halfWidth(b, benefit), c, costHalfWidth, 1)
                        .orElse(null);
    }

    private static double halfWidth(double value, Interval interval) {
        return Math.max(value - interval.lower(), interval.upper() - value);
    }
}
