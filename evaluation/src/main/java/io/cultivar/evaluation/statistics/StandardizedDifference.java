package io.cultivar.evaluation.statistics;

import java.util.Optional;
import org.apache.commons.numbers.gamma.LogGamma;

/** Differences of means in units of the standard deviation. */
public final class StandardizedDifference {

    private StandardizedDifference() {}

    /**
     * Hedges' g: J(m) (mean_T - mean_C) / s_pooled with m = n_T + n_C - 2 and the exact small-sample correction J(m) =
     * Gamma(m/2) / (sqrt(m/2) Gamma((m-1)/2)). Empty for n < 2 in an arm or no variance.
     */
    public static Optional<Double> hedgesG(Moments treatment, Moments control) {
        if (treatment.n() < 2 || control.n() < 2) {
            return Optional.empty();
        }
        double m = treatment.n() + control.n() - 2.0;
        double pooled = ((treatment.n() - 1) * treatment.variance().orElseThrow()
                        + (control.n() - 1) * control.variance().orElseThrow())
                / m;
        return pooled <= 0
                ? Optional.empty()
                : Optional.of(smallSampleCorrection(m)
                        * WelchDifference.meanDifference(treatment, control)
                        / Math.sqrt(pooled));
    }

    static double smallSampleCorrection(double m) {
        return Math.exp(LogGamma.value(m / 2) - LogGamma.value((m - 1) / 2)) / Math.sqrt(m / 2);
    }

    /**
     * The balance of two arms (SMD): difference of the means / sqrt((v_T + v_C) / 2). Empty for n < 2 in an arm or no
     * variance.
     */
    public static Optional<Double> balance(Moments treatment, Moments control) {
        if (treatment.n() < 2 || control.n() < 2) {
            return Optional.empty();
        }
        double mean = (treatment.variance().orElseThrow() + control.variance().orElseThrow()) / 2;
        return mean <= 0
                ? Optional.empty()
                : Optional.of(WelchDifference.meanDifference(treatment, control) / Math.sqrt(mean));
    }
}
