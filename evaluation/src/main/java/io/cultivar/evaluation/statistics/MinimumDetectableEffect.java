package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.LargeSample;
import io.cultivar.contract.result.MinimumDetectable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The smallest effect that would have been found with 80 % power by a two-sided test at the 5 % level: (t(.975, df) + t(.80,
 * df)) SE (Bloom 1995). It depends on the precision alone, not on what was found.
 */
public final class MinimumDetectableEffect {

    private static final double POWER = 0.80;

    private MinimumDetectableEffect() {}

    /**
     * In the unit of the difference, and as a share of the counterfactual mean; the share is null where that mean is null or
     * not above 0.
     */
    public static MinimumDetectable of(Estimate difference, @Nullable Double counterfactualMean) {
        double absolute = errors(difference.degreesOfFreedom()) * difference.standardError();
        return new MinimumDetectable(
                absolute, counterfactualMean == null || counterfactualMean <= 0 ? null : absolute / counterfactualMean);
    }

    /**
     * From a standard error, in its unit; empty where that is not above 0.
     *
     * @param degreesOfFreedom of the t distribution; null for the normal one
     */
    public static Optional<Double> of(double standardError, @Nullable Double degreesOfFreedom) {
        return standardError > 0 ? Optional.of(errors(degreesOfFreedom) * standardError) : Optional.empty();
    }

    /** The same of an estimate with its interval; empty where there is none. */
    public static Optional<Double> of(@Nullable LargeSample estimate) {
        return estimate == null ? Optional.empty() : of(estimate.standardError(), null);
    }

    private static double errors(@Nullable Double degreesOfFreedom) {
        if (degreesOfFreedom == null) {
            return Normal.Z975 + Normal.quantile(POWER);
        }
        var t = new StudentT(degreesOfFreedom);
        return t.upperQuantile((1 - Estimates.LEVEL) / 2) + t.upperQuantile(1 - POWER);
    }
}
