package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.Estimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * Analysis of covariance with one common slope: with the within-arm sums W, b = Wxy / Wxx, A = (mean y_T - mean y_C) - b
 * (mean x_T - mean x_C), s^2 = (Wyy - b Wxy) / (N - 3), SE^2 = s^2 [1/n_T + 1/n_C + (mean x_T - mean x_C)^2 / Wxx], df = N
 * - 3. A reference beside the difference-in-differences, never what decides.
 */
public final class Ancova {

    /** Sums of deviations are quotients here; 50 digits keep the cancellation in Wyy - b Wxy harmless. */
    private static final MathContext WIDE = new MathContext(50);

    private Ancova() {}

    /** The adjusted difference; empty for fewer than two people in an arm, N < 4, no spread in x, or a perfect fit. */
    public static Optional<Estimate> of(PairedSums treatment, PairedSums control) {
        long n = treatment.n() + control.n();
        if (treatment.n() < 2 || control.n() < 2 || n < 4) {
            return Optional.empty();
        }
        BigDecimal wxx =
                within(treatment.x().scaledDeviation(), treatment, control.x().scaledDeviation(), control);
        BigDecimal wyy =
                within(treatment.y().scaledDeviation(), treatment, control.y().scaledDeviation(), control);
        BigDecimal wxy = within(treatment.scaledCoDeviation(), treatment, control.scaledCoDeviation(), control);
        if (wxx.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal slope = wxy.divide(wxx, WIDE);
        double residual = wyy.subtract(slope.multiply(wxy), WIDE).doubleValue() / (n - 3);
        if (residual <= 0) {
            return Optional.empty();
        }
        double baseline = WelchDifference.meanDifference(treatment.x(), control.x());
        double adjusted = WelchDifference.meanDifference(treatment.y(), control.y()) - slope.doubleValue() * baseline;
        double spread = 1.0 / treatment.n() + 1.0 / control.n() + baseline * baseline / wxx.doubleValue();
        return Optional.of(Estimates.of(adjusted, Math.sqrt(residual * spread), n - 3.0));
    }

    private static BigDecimal within(BigDecimal scaledT, PairedSums treatment, BigDecimal scaledC, PairedSums control) {
        return scaledT.divide(BigDecimal.valueOf(treatment.n()), WIDE)
                .add(scaledC.divide(BigDecimal.valueOf(control.n()), WIDE));
    }
}
