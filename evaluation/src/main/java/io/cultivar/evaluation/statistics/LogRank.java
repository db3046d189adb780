package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.ChiSquareTest;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The log-rank comparison of two groups. On each day d of n people leave, of whom d1 and n1 belong to the first group:
 * O - E = sum (d1 - d n1 / n), with the hypergeometric variance V = sum d n1 n2 (n - d) / (n^2 (n - 1)).
 *
 * <p>Mantel (1966); Peto and Peto (1972), "Asymptotically efficient rank invariant test procedures", JRSS A 135.
 *
 * @param observedMinusExpected leavers of the first group minus those expected if both left alike
 * @param variance of that; 0 where there was never a choice who leaves
 */
public record LogRank(double observedMinusExpected, double variance) {

    /** Compares the first group with the second. */
    public static LogRank of(Lifetimes first, Lifetimes second) {
        var one = new Walk(first);
        var two = new Walk(second);
        double difference = 0;
        double variance = 0;
        for (long day : leavingDays(first, second)) {
            one.to(day);
            two.to(day);
            double n = (double) one.atRisk() + two.atRisk();
            double d = (double) one.left() + two.left();
            difference += (one.left() * n - d * one.atRisk()) / n;
            if (n > 1) {
                variance += d * (one.atRisk() / n) * (two.atRisk() / n) * (n - d) / (n - 1);
            }
        }
        return new LogRank(difference, variance);
    }

    private static NavigableSet<Long> leavingDays(Lifetimes first, Lifetimes second) {
        NavigableSet<Long> days = new TreeSet<>();
        first.days().stream().filter(day -> day.left() > 0).forEach(day -> days.add(day.day()));
        second.days().stream().filter(day -> day.left() > 0).forEach(day -> days.add(day.day()));
        return days;
    }

    /** (O - E)^2 / V, chi-square with 1 degree of freedom; empty where V is 0. */
    public Optional<ChiSquareTest> test() {
        if (!(variance > 0)) {
            return Optional.empty();
        }
        double z = observedMinusExpected / Math.sqrt(variance);
        return Optional.of(new ChiSquareTest(z * z, 1, Normal.twoSidedP(z)));
    }

    /**
     * Peto's hazard ratio exp((O - E) / V) with the 95 % interval exp((O - E) / V +- z / sqrt V); empty where V is 0, or so
     * small that an end is beyond all numbers. Good for ratios that are not far from 1.
     */
    public Optional<Bounded> hazardRatio() {
        double log = observedMinusExpected / variance;
        double halfWidth = Normal.quantile(0.975) / Math.sqrt(variance);
        double upper = Math.exp(log + halfWidth);
        return variance > 0 && Double.isFinite(upper)
                ? Optional.of(new Bounded(Math.exp(log), Math.exp(log - halfWidth), upper, null))
                : Optional.empty();
    }

    /** Goes through one group's days once. */
    private static final class Walk {

        private final Lifetimes lifetimes;
        private int next;
        private long day;

        Walk(Lifetimes lifetimes) {
            this.lifetimes = lifetimes;
        }

        void to(long newDay) {
            day = newDay;
            while (next < lifetimes.days().size() && lifetimes.days().get(next).day() < day) {
                next++;
            }
        }

        long atRisk() {
            return next < lifetimes.days().size() ? lifetimes.days().get(next).atRisk() : 0;
        }

        long left() {
            boolean here =
                    next < lifetimes.days().size() && lifetimes.days().get(next).day() == day;
            return here ? lifetimes.days().get(next).left() : 0;
        }
    }
}
