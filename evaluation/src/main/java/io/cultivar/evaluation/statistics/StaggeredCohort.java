package io.cultivar.evaluation.statistics;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The people of one cohort who were measured in every period of the panel. All effects are made of the changes from one
 * period to the next, so that the level of the values cancels here, exactly, before anything is divided.
 */
public final class StaggeredCohort {

    /** The start of those whose turn never comes. */
    public static final int NEVER = Integer.MAX_VALUE;

    /** The share of the size of the terms that a sum must have for its leading ten digits to be right in doubles. */
    private static final double LEAST_LEFT = 1e-3;

    private final int start;
    private final long n;
    private final BigDecimal[] sums;
    /** n times the sums of the products of the deviations, q <= p: n sum(c_p c_q) - sum(c_p) sum(c_q), exactly. */
    private final BigDecimal[][] deviations;

    private final double[][] coDeviations;

    private StaggeredCohort(int start, long n, int periods) {
        this.start = start;
        this.n = n;
        this.sums = new BigDecimal[periods];
        this.deviations = new BigDecimal[periods][periods];
        this.coDeviations = new double[periods][periods];
    }

    /**
     * A cohort.
     *
     * @param start the place in the panel of the period in which their turn came, from 0 on; {@link #NEVER} for never
     * @param sums their sums over the whole panel
     */
    public static StaggeredCohort of(int start, PanelSums sums) {
        var cohort = new StaggeredCohort(start, sums.n(), sums.length());
        BigDecimal people = BigDecimal.valueOf(sums.n());
        Arrays.setAll(cohort.sums, sums::sum);
        for (int p = 1; p < sums.length(); p++) {
            for (int q = 1; q <= p; q++) {
                BigDecimal product = sums.product(p, q)
                        .subtract(sums.product(p, q - 1))
                        .subtract(sums.product(p - 1, q))
                        .add(sums.product(p - 1, q - 1));
                BigDecimal deviation = product.multiply(people)
                        .subtract(cohort.change(p - 1, p).multiply(cohort.change(q - 1, q)));
                cohort.deviations[p][q] = deviation;
                cohort.coDeviations[p][q] =
                        deviation.divide(people, Moments.QUOTIENT).doubleValue();
                cohort.coDeviations[q][p] = cohort.coDeviations[p][q];
            }
        }
        return cohort;
    }

    int start() {
        return start;
    }

    /** How many people. */
    public long n() {
        return n;
    }

    /** Sum over the people of their changes from {@code base} to {@code period}. */
    BigDecimal change(int base, int period) {
        return sums[period].subtract(sums[base]);
    }

    /** For two changes into p and q, from 1 on: the sum over the people of the product of their deviations. */
    double coDeviation(int p, int q) {
        return coDeviations[p][q];
    }

    /**
     * Sum over the people of [sum over p of slope_p (change_p - mean change_p)]^2. The deviations are exact, so that doubles
     * are enough to add them up; where most of it cancels all the same, it is done in decimals.
     */
    BigDecimal squaredDeviations(BigDecimal[] slopes) {
        int[] used = IntStream.range(1, slopes.length)
                .filter(p -> slopes[p].signum() != 0)
                .toArray();
        if (used.length == 0) {
            return BigDecimal.ZERO;
        }
        double[] doubles = doubles(slopes);
        double total = 0;
        double size = 0;
        for (int p : used) {
            for (int q : used) {
                double term = doubles[p] * doubles[q] * coDeviations[p][q];
                total += term;
                size += Math.abs(term);
            }
        }
        return total > LEAST_LEFT * size ? BigDecimal.valueOf(total) : exactSquaredDeviations(slopes);
    }

    /** As doubles; neighbours are often the same number, and turning 34 digits into a double takes long. */
    private static double[] doubles(BigDecimal[] slopes) {
        double[] doubles = new double[slopes.length];
        for (int p = 1; p < slopes.length; p++) {
            boolean same = p > 1 && slopes[p].compareTo(slopes[p - 1]) == 0;
            doubles[p] = same ? doubles[p - 1] : slopes[p].doubleValue();
        }
        return doubles;
    }

    private BigDecimal exactSquaredDeviations(BigDecimal[] slopes) {
        BigDecimal total = BigDecimal.ZERO;
        for (int p = 1; p < slopes.length; p++) {
            BigDecimal row = slopes[p].multiply(deviations[p][p]);
            for (int q = 1; q < p; q++) {
                BigDecimal half = slopes[q].multiply(deviations[p][q]);
                row = row.add(half).add(half);
            }
            total = total.add(slopes[p].multiply(row));
        }
        return total.divide(BigDecimal.valueOf(n), Moments.QUOTIENT);
    }
}
