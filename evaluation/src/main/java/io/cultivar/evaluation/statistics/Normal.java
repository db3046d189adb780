package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.LargeSample;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution, and estimates whose interval comes from it. */
public final class Normal {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    /** The value that is not exceeded with this probability. */
    public static double quantile(double probability) {
        return STANDARD.inverseCumulativeProbability(probability);
    }

    /** The probability of a value at least as far from 0 as {@code z}, on either side. */
    public static double twoSidedP(double z) {
        return Math.min(1, 2 * STANDARD.survivalProbability(Math.abs(z)));
    }

    /** An estimate with its 95 % interval value +- z(.975) standardError; empty where the standard error is not above 0. */
    public static Optional<LargeSample> estimate(double value, double standardError) {
        if (!(standardError > 0)) {
            return Optional.empty();
        }
        double z = value / standardError;
        double halfWidth = quantile(0.975) * standardError;
        return Optional.of(
                new LargeSample(value, standardError, z, twoSidedP(z), value - halfWidth, value + halfWidth));
    }
}
