package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.Estimate;

/** Builds estimates with their two-sided 95 % t interval. */
final class Estimates {

    static final double LEVEL = 0.95;

    private Estimates() {}

    /** An estimate with its t interval; {@code standardError} is above 0, {@code degreesOfFreedom} too. */
    static Estimate of(double value, double standardError, double degreesOfFreedom) {
        var t = new StudentT(degreesOfFreedom);
        double statistic = value / standardError;
        double halfWidth = t.upperQuantile((1 - LEVEL) / 2) * standardError;
        return new Estimate(
                value,
                standardError,
                degreesOfFreedom,
                statistic,
                t.twoSidedP(statistic),
                value - halfWidth,
                value + halfWidth,
                LEVEL,
                null);
    }
}
