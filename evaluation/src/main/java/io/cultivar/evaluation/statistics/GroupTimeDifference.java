package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.LargeSample;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One group-time effect ATT(g, t) without covariates (Callaway and Sant'Anna 2021): the mean change of those whose turn
 * came in g minus that of the comparison group. Its influence function is (d - mean) / n of a treated person and -(d -
 * mean) / n of a control, so SE^2 = sum of squared deviations / n^2, both sides added up: the variances have divisor n, as
 * in the aggregates, so that an aggregate of one effect has the effect's own standard error.
 */
public final class GroupTimeDifference {

    /** Fewer people than this on one side say nothing about the variance. */
    public static final long LEAST = 2;

    private GroupTimeDifference() {}

    /** The effect from the changes of both sides; empty where a side has n < 2, or neither varies. */
    public static Optional<LargeSample> of(Moments treated, Moments controls) {
        if (treated.n() < LEAST || controls.n() < LEAST) {
            return Optional.empty();
        }
        double standardError = Math.sqrt(squaredError(treated) + squaredError(controls));
        return Normal.estimate(WelchDifference.meanDifference(treated, controls), standardError);
    }

    private static double squaredError(Moments moments) {
        return moments.scaledDeviation()
                .divide(BigDecimal.valueOf(moments.n()).pow(3), Moments.QUOTIENT)
                .doubleValue();
    }
}
