package io.cultivar.evaluation.money;

import io.cultivar.contract.result.Interval;
import java.util.Optional;

/**
 * The interval of a ratio R = B / C of two independent uncertain amounts (Fieller 1954): all R for which B - R C lies within
 * q standard errors of 0, which are those between the roots of (C^2 - q^2 s_C^2) R^2 - 2 B C R + (B^2 - q^2 s_B^2) = 0.
 */
public final class Fieller {

    private Fieller() {}

    /**
     * The interval. With a known cost, s_C = 0, it is B / C -+ q s_B / C.
     *
     * @param c above 0
     * @param q how many standard errors, above 0
     * @return empty where C^2 <= q^2 s_C^2: C may be 0 then, and the ratio has no bounds
     */
    public static Optional<Interval> interval(double b, double errorOfB, double c, double errorOfC, double q) {
        double relative = errorOfC / c;
        double left = 1 - q * relative * (q * relative);
        if (left <= 0) {
            return Optional.empty();
        }
        // Everything over C, so that no square can leave the range of a double.
        double ratio = b / c;
        double halfWidth = q * Math.hypot(ratio * relative, errorOfB / c * Math.sqrt(left));
        double lower = (ratio - halfWidth) / left;
        double upper = (ratio + halfWidth) / left;
        return Double.isFinite(lower) && Double.isFinite(upper)
                ? Optional.of(new Interval(lower, upper))
                : Optional.empty();
    }
}
