package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.Estimate;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Analysis of covariance with one common slope: with the within-arm sums W, b = Wxy / Wxx, A = (mean y_T - mean y_C) - b
 * (mean x_T - mean x_C), s^2 = (Wyy - b Wxy) / (N - 3), SE^2 = s^2 [1/n_T + 1/n_C + (mean x_T - mean x_C)^2 / Wxx], df = N
 * - 3. A reference beside the difference-in-differences, never what decides.
 */
public final class Ancova {

    private Ancova() {}

    /** The adjusted difference; empty for fewer than two people in an arm, N < 4, no spread in x, or a perfect fit. */
    public static Optional<Estimate> of(PairedSums treatment, PairedSums control) {
        long n = treatment.n() + control.n();
        if (treatment.n() < 2 || control.n() < 2 || n < 4) {
            return Optional.empty();
        }
        BigDecimal wxx = within(
                treatment, treatment.x().scaledDeviation(), control, control.x().scaledDeviation());
        BigDecimal wyy = within(
                treatment, treatment.y().scaledDeviation(), control, control.y().scaledDeviation());
        BigDecimal wxy = within(treatment, treatment.scaledCoDeviation(), control, control.scaledCoDeviation());
        BigDecimal unexplained = wyy.multiply(wxx).subtract(wxy.multiply(wxy));
        if (wxx.signum() <= 0 || unexplained.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal scale = BigDecimal.valueOf(treatment.n()).multiply(BigDecimal.valueOf(control.n()));
        double slope = wxy.divide(wxx, Moments.QUOTIENT).doubleValue();
        double residual =
                unexplained.divide(wxx.multiply(scale), Moments.QUOTIENT).doubleValue() / (n - 3);
        double baseline = WelchDifference.meanDifference(treatment.x(), control.x());
        double adjusted = WelchDifference.meanDifference(treatment.y(), control.y()) - slope * baseline;
        double leverage =
                baseline * baseline / wxx.divide(scale, Moments.QUOTIENT).doubleValue();
        double spread = 1.0 / treatment.n() + 1.0 / control.n() + leverage;
        return Optional.of(Estimates.of(adjusted, Math.sqrt(residual * spread), n - 3.0));
    }

    /** A within-arm sum times n_T n_C: so it stays exact, and a perfect fit is told from a good one. */
    private static BigDecimal within(PairedSums treatment, BigDecimal scaledT, PairedSums control, BigDecimal scaledC) {
        return scaledT.multiply(BigDecimal.valueOf(control.n()))
                .add(scaledC.multiply(BigDecimal.valueOf(treatment.n())));
    }
}
