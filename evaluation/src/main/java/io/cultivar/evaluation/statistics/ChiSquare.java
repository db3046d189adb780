package io.cultivar.evaluation.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** The chi-square distribution. */
public final class ChiSquare {

    private ChiSquare() {}

    /** The probability of a value at least as large; 1 for a statistic of 0 or less. {@code degreesOfFreedom} is above 0. */
    public static double upperTail(double statistic, double degreesOfFreedom) {
        return ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic);
    }
}
