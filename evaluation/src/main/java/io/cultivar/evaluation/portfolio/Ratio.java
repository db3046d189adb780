package io.cultivar.evaluation.portfolio;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Benefit over cost. Where the cost is known, the ends of the benefit over it; else Fieller's interval for independent
 * benefit B and cost C with half-widths h_B and h_C: the roots R of (C^2 - h_C^2) R^2 - 2 B C R + (B^2 - h_B^2) = 0, none
 * where C^2 &lt;= h_C^2. A half-width is the longer of a side's two distances.
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
        double square = c * c - costHalfWidth * costHalfWidth;
        if (benefit == null || square <= 0) {
            return null;
        }
        double h = halfWidth(b, benefit);
        double root = Math.sqrt(Math.max(0, b * c * b * c - square * (b * b - h * h)));
        return new Interval((b * c - root) / square, (b * c + root) / square);
    }

    private static double halfWidth(double value, Interval interval) {
        return Math.max(value - interval.lower(), interval.upper() - value);
    }
}
