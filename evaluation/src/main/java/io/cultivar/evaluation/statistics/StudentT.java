package io.cultivar.evaluation.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/** Student's t distribution with any positive number of degrees of freedom. */
public final class StudentT {

    private final TDistribution distribution;

    /** The distribution with so many degrees of freedom, above 0. */
    public StudentT(double degreesOfFreedom) {
        distribution = TDistribution.of(degreesOfFreedom);
    }

    /** The probability of a value at least as far from 0 as {@code t}, on either side. */
    double twoSidedP(double t) {
        return Math.min(1, 2 * distribution.survivalProbability(Math.abs(t)));
    }

    /**
     * The value that is exceeded with probability {@code tail}. The library's inverse is good to about 1e-9; two Newton
     * steps on the upper tail bring it to the last digits of a double.
     */
    public double upperQuantile(double tail) {
        double t = distribution.inverseSurvivalProbability(tail);
        for (int step = 0; step < 2; step++) {
            t += (distribution.survivalProbability(t) - tail) / distribution.density(t);
        }
        return t;
    }

    /** The probability of a value below {@code t}. */
    public double cumulativeProbability(double t) {
        return distribution.cumulativeProbability(t);
    }
}
