package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Interval;
import java.util.Optional;

/**
 * A share of people, x of n, and what can be said about the share behind it; n is above 0.
 *
 * @param x how many did
 * @param n of how many
 */
public record Proportion(long x, long n) {

    /** x / n. */
    public double share() {
        return (double) x / n;
    }

    /**
     * Wilson's 95 % score interval (p + z^2/2n +- z sqrt(p (1 - p)/n + z^2/4n^2)) / (1 + z^2/n): never beyond 0 or 1, and
     * not of length 0 where nobody or everybody did. Wilson (1927), JASA 22.
     */
    public Interval wilson() {
        double z = Normal.quantile(0.975);
        double p = share();
        double center = p + z * z / 2 / n;
        double halfWidth = z * Math.sqrt(p * (1 - p) / n + z * z / 4 / n / n);
        double scale = 1 + z * z / n;
        return new Interval(x == 0 ? 0 : (center - halfWidth) / scale, x == n ? 1 : (center + halfWidth) / scale);
    }

    /**
     * This minus the other, independent share p2, with the 95 % score interval of Newcombe (1998), method 10, Statistics in
     * Medicine 17: p1 - p2 - sqrt((p1 - l1)^2 + (u2 - p2)^2), p1 - p2 + sqrt((u1 - p1)^2 + (p2 - l2)^2), l and u Wilson's.
     */
    public Bounded minus(Proportion other) {
        Interval mine = wilson();
        Interval theirs = other.wilson();
        double difference = share() - other.share();
        double below = Math.hypot(share() - mine.lower(), theirs.upper() - other.share());
        double above = Math.hypot(mine.upper() - share(), other.share() - theirs.lower());
        return new Bounded(difference, difference - below, difference + above, null);
    }

    /**
     * The smallest difference from the other share that would have been found with 80 % power by a two-sided test at 5 %:
     * (z(.975) + z(.8)) sqrt(p (1 - p) (1/n1 + 1/n2)), p the share of both together; empty where p is 0 or 1.
     */
    public Optional<Double> minimumDetectable(Proportion other) {
        double p = ((double) x + other.x) / ((double) n + other.n);
        return MinimumDetectableEffect.of(Math.sqrt(p * (1 - p) * (1.0 / n + 1.0 / other.n)), null);
    }
}
