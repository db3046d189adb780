package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.LargeSample;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution, for estimates whose sampling error it approximates in large samples. */
final class Normal {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    /** The value that is exceeded with probability {@code 1 - probability}. */
    static double quantile(double probability) {
        return STANDARD.inverseCumulativeProbability(probability);
    }

    /** The probability of a value at least as far from 0 as {@code z}, on either side. */
    static double twoSidedP(double z) {
        return Math.min(1, 2 * STANDARD.survivalProbability(Math.abs(z)));
    }

    /** An estimate with its two-sided 95 % interval; {@code standardError} is above 0. */
    static LargeSample estimate(double value, double standardError) {
        double statistic = value / standardError;
        double halfWidth = quantile((1 + Estimates.LEVEL) / 2) * standardError;
        return new LargeSample(
                value, standardError, statistic, twoSidedP(statistic), value - halfWidth, value + halfWidth);
    }
}
