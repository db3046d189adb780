package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.Balance;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.Standardized;
import java.util.Optional;
import org.apache.commons.numbers.gamma.LogGamma;

/** Differences of means in units of the standard deviation. */
public final class StandardizedDifference {

    private StandardizedDifference() {}

    /**
     * Hedges' g: J(m) (mean_T - mean_C) / s_pooled with m = n_T + n_C - 2 and the exact small-sample correction J(m) =
     * Gamma(m/2) / (sqrt(m/2) Gamma((m-1)/2)); its variance is (n_T + n_C) / (n_T n_C) + g^2 / (2 (n_T + n_C)), its interval
     * normal (Hedges and Olkin 1985). Empty for n < 2 in an arm or no variance.
     */
    public static Optional<Standardized> hedgesG(Moments treatment, Moments control) {
        if (treatment.n() < 2 || control.n() < 2) {
            return Optional.empty();
        }
        double m = treatment.n() + control.n() - 2.0;
        double pooled = ((treatment.n() - 1) * treatment.variance().orElseThrow()
                        + (control.n() - 1) * control.variance().orElseThrow())
                / m;
        if (pooled <= 0) {
            return Optional.empty();
        }
        double g = smallSampleCorrection(m) * WelchDifference.meanDifference(treatment, control) / Math.sqrt(pooled);
        return Optional.of(standardized(g, 1.0 / treatment.n() + 1.0 / control.n(), m + 2));
    }

    /**
     * The mean change in standard deviations of the change: J(n - 1) mean(d) / sd(d), variance 1/n + g^2 / (2n), interval
     * normal. Empty for n < 3 (J(1) is 0) or no variance.
     */
    public static Optional<Standardized> pairedG(Moments change) {
        double deviation = change.standardDeviation().orElse(0.0);
        if (change.n() < 3 || deviation <= 0) {
            return Optional.empty();
        }
        double g = smallSampleCorrection(change.n() - 1.0) * change.mean().orElseThrow() / deviation;
        return Optional.of(standardized(g, 1.0 / change.n(), change.n()));
    }

    private static Standardized standardized(double g, double ofMeans, double people) {
        double standardError = Math.sqrt(ofMeans + g * g / (2 * people));
        double halfWidth = Normal.Z975 * standardError;
        return new Standardized(g, standardError, g - halfWidth, g + halfWidth);
    }

    static double smallSampleCorrection(double m) {
        return Math.exp(LogGamma.value(m / 2) - LogGamma.value((m - 1) / 2)) / Math.sqrt(m / 2);
    }

    /**
     * The balance of two arms: difference of the means / sqrt((v_T + v_C) / 2) (SMD), the ratio v_T / v_C where the controls
     * vary, and Welch's p. Empty for n < 2 in an arm or no variance.
     */
    public static Optional<Balance> balance(Moments treatment, Moments control) {
        Optional<Estimate> difference = WelchDifference.of(treatment, control);
        if (difference.isEmpty()) {
            return Optional.empty();
        }
        double treated = treatment.variance().orElseThrow();
        double controls = control.variance().orElseThrow();
        return difference.map(found -> new Balance(
                found.value() / Math.sqrt((treated + controls) / 2),
                controls > 0 ? treated / controls : null,
                found.p()));
    }
}
