package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.AlwaysValid;
import io.cultivar.contract.result.Estimate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An interval that holds however often one looks as people come in, and whenever one stops: the asymptotic confidence
 * sequence of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas (2024), with N people so far, half-width
 *
 * <p>SE r sqrt(2 (N rho^2 + 1) / (N rho^2) ln(sqrt(N rho^2 + 1) / a)), a = .05, r = t(.975, df) / z(.975),
 *
 * <p>which is narrowest about N* people, the planned headcount or else 200: rho^2 = (-2 ln a + ln(1 - 2 ln a)) / N*. Its
 * e-value is that of the same normal mixture, exp(z^2 N rho^2 / (2 (N rho^2 + 1))) / sqrt(N rho^2 + 1) with z = value / (r SE),
 * and p = min(1, 1 / e-value): below .05 exactly where 0 is outside the interval.
 */
public final class AlwaysValidInterval {

    private static final double ALPHA = 1 - Estimates.LEVEL;

    private static final int USUAL_HEADCOUNT = 200;

    private static final long MANY = 30;

    private static final long FEW = 10;

    private static final double LOW_SKEWNESS = 1;

    private AlwaysValidInterval() {}

    /**
     * Of the difference of two arms' means; empty where there are too few people or their values are too skewed for it to
     * hold.
     *
     * @param difference Welch's
     * @param treatment the values of the treated
     * @param control the values of the controls
     * @param plannedHeadcount for how many people the interval is to be narrowest; null or below 1 for 200
     */
    public static Optional<AlwaysValid> of(
            Estimate difference, SkewedMoments treatment, SkewedMoments control, @Nullable Integer plannedHeadcount) {
        return suffices(treatment) && suffices(control)
                ? Optional.of(interval(
                        difference, treatment.moments().n() + control.moments().n(), plannedHeadcount))
                : Optional.empty();
    }

    /** Of the mean of one sample, such as the paired change of one arm; else as with two. */
    public static Optional<AlwaysValid> ofOne(Estimate mean, SkewedMoments sample, @Nullable Integer plannedHeadcount) {
        return suffices(sample)
                ? Optional.of(interval(mean, sample.moments().n(), plannedHeadcount))
                : Optional.empty();
    }

    private static boolean suffices(SkewedMoments arm) {
        long n = arm.moments().n();
        return n >= MANY
                || n >= FEW
                        && arm.skewness()
                                .filter(skewness -> Math.abs(skewness) <= LOW_SKEWNESS)
                                .isPresent();
    }

    private static AlwaysValid interval(Estimate estimate, long people, @Nullable Integer plannedHeadcount) {
        double best = plannedHeadcount == null || plannedHeadcount < 1 ? USUAL_HEADCOUNT : plannedHeadcount;
        double twiceLog = -2 * Math.log(ALPHA);
        double mixture = people * (twiceLog + Math.log1p(twiceLog)) / best;
        double scale = new StudentT(estimate.degreesOfFreedom()).upperQuantile(ALPHA / 2)
                / Normal.Z975
                * estimate.standardError();
        double logRoot = Math.log1p(mixture) / 2;
        double halfWidth = scale * Math.sqrt(2 * (mixture + 1) / mixture * (logRoot - Math.log(ALPHA)));
        double z = estimate.value() / scale;
        double logE = z * z / 2 * mixture / (mixture + 1) - logRoot;
        return new AlwaysValid(
                estimate.value() - halfWidth, estimate.value() + halfWidth, Math.min(1, Math.exp(-logE)));
    }
}
