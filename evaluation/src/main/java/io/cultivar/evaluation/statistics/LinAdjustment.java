package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.Estimate;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The difference of the after-means, each arm adjusted by a slope of its own to the before-mean of both arms together (Lin
 * 2013): with b_a = cov_a(x, y) / v_a(x) and m the mean x of both arms, effect = [mean y_T - b_T (mean x_T - m)] - [mean y_C -
 * b_C (mean x_C - m)]. Under randomization never less precise than the plain difference in large samples, whatever the true
 * relation of x and y.
 *
 * <p>Residual variances are the arms' own, s_a^2 = sum of squared residuals / (n_a - 2), never pooled. SE^2 = sum over the
 * arms of s_a^2 [1/n_a + (mean x_a - m)^2 / Sxx_a] with Sxx_a = sum (x - mean x_a)^2: the second part is what not knowing the
 * slope costs at m. Welch-Satterthwaite degrees of freedom over the arms' n_a - 2. The people compared are taken as given, so
 * m counts as known.
 */
public final class LinAdjustment {

    /** One arm at the common mean: the adjusted mean y, its squared error, and its degrees of freedom. */
    private record Line(double value, double squaredError, double degreesOfFreedom) {}

    private LinAdjustment() {}

    /**
     * The adjusted difference; empty for fewer than three people in an arm, an arm without spread in x, or a perfect fit in
     * both arms.
     */
    public static Optional<Estimate> of(PairedSums treatment, PairedSums control) {
        if (lacksLine(treatment) || lacksLine(control)) {
            return Optional.empty();
        }
        Moments everybody = new Moments(
                treatment.n() + control.n(),
                treatment.sx().add(control.sx()),
                treatment.sxx().add(control.sxx()));
        Line treated = line(treatment, everybody);
        Line controls = line(control, everybody);
        double squaredError = treated.squaredError + controls.squaredError;
        double denominator = treated.squaredError * treated.squaredError / treated.degreesOfFreedom
                + controls.squaredError * controls.squaredError / controls.degreesOfFreedom;
        if (denominator <= 0) {
            return Optional.empty();
        }
        return Optional.of(Estimates.of(
                treated.value - controls.value, Math.sqrt(squaredError), squaredError * squaredError / denominator));
    }

    private static boolean lacksLine(PairedSums arm) {
        return arm.n() < 3 || arm.x().scaledDeviation().signum() <= 0;
    }

    private static Line line(PairedSums arm, Moments everybody) {
        BigDecimal n = BigDecimal.valueOf(arm.n());
        BigDecimal sxx = arm.x().scaledDeviation();
        BigDecimal sxy = arm.scaledCoDeviation();
        BigDecimal unexplained = arm.y().scaledDeviation().multiply(sxx).subtract(sxy.multiply(sxy));
        double residual = unexplained.divide(sxx.multiply(n), Moments.QUOTIENT).doubleValue() / (arm.n() - 2);
        double away = WelchDifference.meanDifference(arm.x(), everybody);
        double leverage = away * away / sxx.divide(n, Moments.QUOTIENT).doubleValue();
        double slope = sxy.divide(sxx, Moments.QUOTIENT).doubleValue();
        return new Line(
                arm.y().mean().orElseThrow() - slope * away, residual * (1.0 / arm.n() + leverage), arm.n() - 2.0);
    }
}
