package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.MinimumDetectable;
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
        var t = new StudentT(difference.degreesOfFreedom());
        double errors = t.upperQuantile((1 - Estimates.LEVEL) / 2) + t.upperQuantile(1 - POWER);
        double absolute = errors * difference.standardError();
        return new MinimumDetectable(
                absolute, counterfactualMean == null || counterfactualMean <= 0 ? null : absolute / counterfactualMean);
    }
}
