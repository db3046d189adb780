package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.LargeSample;
import java.util.List;
import java.util.Optional;

/**
 * The Kaplan-Meier estimate of the share still employed after t days: S(t) = product over the days up to t of
 * (1 - d_i / n_i), d_i who left on day i of n_i at risk. Its Greenwood variance is S(t)^2 sum d_i / (n_i (n_i - d_i)).
 *
 * <p>Assumes that those who were last seen earlier leave like those who are watched on. Kaplan and Meier (1958), "Nonparametric
 * estimation from incomplete observations", JASA 53; Greenwood (1926).
 */
public final class KaplanMeier {

    private final long lastDay;
    private final List<Lifetimes.Day> leavings;
    private final double[] survival;
    private final double[] hazardVariance;

    private KaplanMeier(Lifetimes lifetimes) {
        lastDay = lifetimes.lastDay();
        leavings = lifetimes.days().stream().filter(day -> day.left() > 0).toList();
        survival = new double[leavings.size()];
        hazardVariance = new double[leavings.size()];
        double share = 1;
        double variance = 0;
        for (int i = 0; i < leavings.size(); i++) {
            Lifetimes.Day day = leavings.get(i);
            share *= (double) (day.atRisk() - day.left()) / day.atRisk();
            variance += greenwood(day);
            survival[i] = share;
            hazardVariance[i] = variance;
        }
    }

    /** The curve of these people. */
    public static KaplanMeier of(Lifetimes lifetimes) {
        return new KaplanMeier(lifetimes);
    }

    /** d / (n (n - d)); 0 where everybody left, as the curve has no variance from there on. */
    private static double greenwood(Lifetimes.Day day) {
        long stayed = day.atRisk() - day.left();
        return stayed == 0 ? 0 : (double) day.left() / day.atRisk() / stayed;
    }

    /**
     * The curve after one day.
     *
     * @param survival share still employed
     * @param standardError Greenwood's; 0 where the survival is 0 or 1
     * @param interval the 95 % log-log interval S^exp(+-z se / (S ln S)); empty where the survival is 0 or 1
     */
    public record Point(double survival, double standardError, Optional<Interval> interval) {}

    /** The curve after so many days; empty where nobody was watched for so long, unless everybody had left before. */
    public Optional<Point> at(long day) {
        int last = lastUpTo(day);
        double share = last < 0 ? 1 : survival[last];
        if (lastDay < 0 || (day > lastDay && share > 0)) {
            return Optional.empty();
        }
        return Optional.of(
                last < 0 ? new Point(1, 0, Optional.empty()) : point(share, Math.sqrt(hazardVariance[last])));
    }

    private static Point point(double share, double hazardError) {
        if (share == 0) {
            return new Point(0, 0, Optional.empty());
        }
        double exponent = Normal.quantile(0.975) * hazardError / -Math.log(share);
        return new Point(
                share,
                share * hazardError,
                Optional.of(new Interval(Math.pow(share, Math.exp(exponent)), Math.pow(share, Math.exp(-exponent)))));
    }

    private int lastUpTo(long day) {
        int low = 0;
        int high = leavings.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (leavings.get(middle).day() <= day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /**
     * Mean days stayed within the first {@code horizon} days (restricted mean survival time).
     *
     * @param days area under the curve up to the horizon
     * @param standardError square root of sum A_i^2 d_i / (n_i (n_i - d_i)), A_i the area from day i to the horizon
     */
    public record RestrictedMean(double days, double standardError) {

        /** With its normal interval; empty where there is no variance. */
        public Optional<LargeSample> estimate() {
            return Normal.estimate(days, standardError);
        }

        /** This minus that of other, independent people; empty where neither has any variance. */
        public Optional<LargeSample> minus(RestrictedMean other) {
            return Normal.estimate(days - other.days, Math.hypot(standardError, other.standardError));
        }
    }

    /** The restricted mean; empty where nobody was watched up to the horizon, unless everybody had left before. */
    public Optional<RestrictedMean> restrictedMean(long horizon) {
        if (at(horizon).isEmpty()) {
            return Optional.empty();
        }
        double area = 0;
        double variance = 0;
        long until = horizon;
        for (int i = lastUpTo(horizon); i >= 0; i--) {
            Lifetimes.Day day = leavings.get(i);
            area += survival[i] * (until - day.day());
            variance += area * area * greenwood(day);
            until = day.day();
        }
        return Optional.of(new RestrictedMean(area + until, Math.sqrt(variance)));
    }
}
