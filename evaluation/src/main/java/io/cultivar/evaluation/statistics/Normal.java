package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.LargeSample;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution, and estimates whose interval comes from it. */
public final class Normal {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    /** z(.975), the half-width of a two-sided 95 % interval in standard errors. */
    public static final double Z975 = quantile(0.975);

    private Normal() {}

    /** The value that is not exceeded with this probability, which lies between 0 and 1, both excluded. */
    public static double quantile(double probability) {
        return STANDARD.inverseCumulativeProbability(probability);
    }

    /** The probability of a value at least as far from 0 as {@code z}, on either side. */
    public static double twoSidedP(double z) {
        return Math.min(1, 2 * STANDARD.survivalProbability(Math.abs(z)));
    }

    /** value +- z(.975) standardError; {@code standardError} is above 0. */
    public static LargeSample of(double value, double standardError) {
        double statistic = value / standardError;
        double halfWidth = Z975 * standardError;
        return new LargeSample(
                value, standardError, statistic, twoSidedP(statistic), value - halfWidth, value + halfWidth);
    }
}
