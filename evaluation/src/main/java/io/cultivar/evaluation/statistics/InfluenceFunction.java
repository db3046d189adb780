package io.cultivar.evaluation.statistics;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each person adds to the sampling error of a weighted sum of group-time effects. With slopes k_p on a person's
 * changes c_p and the constant h of the person's cohort it is the sum over p of k_p (c_p - mean c_p) + h, and the variance
 * of the estimate is the sum of its squares: sum over the cohorts of k' D k + n h^2, D being the matrix of the squared
 * deviations. That is (1/N^2) sum [k'Gk + 2 h k'S + n h^2] of Callaway and Sant'Anna (2021) after the cancellation.
 */
final class InfluenceFunction {

    private static final class Part {
        private final BigDecimal[] steps;
        private BigDecimal constant = BigDecimal.ZERO;

        Part(int periods) {
            steps = new BigDecimal[periods + 1];
            Arrays.fill(steps, BigDecimal.ZERO);
        }

        BigDecimal[] slopes() {
            BigDecimal[] slopes = Arrays.copyOf(steps, steps.length - 1);
            for (int p = 1; p < slopes.length; p++) {
                slopes[p] = steps[p].signum() == 0 ? slopes[p - 1] : steps[p].add(slopes[p - 1]);
            }
            return slopes;
        }
    }

    private final List<StaggeredCohort> cohorts;
    private final Map<StaggeredCohort, Part> parts = new HashMap<>();

    InfluenceFunction(List<StaggeredCohort> cohorts, int periods) {
        this.cohorts = cohorts;
        cohorts.forEach(cohort -> parts.put(cohort, new Part(periods)));
    }

    private Part part(StaggeredCohort cohort) {
        Part part = parts.get(cohort);
        if (part == null) {
            throw new IllegalArgumentException("a cohort of another panel");
        }
        return part;
    }

    /** Adds a weighted effect. */
    void add(JointEffect effect, BigDecimal weight) {
        addSlope(effect, effect.treated(), weight.multiply(effect.treatedSlope(), Moments.QUOTIENT));
        BigDecimal slope = weight.multiply(effect.controlSlope(), Moments.QUOTIENT);
        for (int i = 0; i < effect.comparison().size(); i++) {
            StaggeredCohort cohort = effect.comparison().get(i);
            addSlope(effect, cohort, slope);
            addConstant(cohort, weight.multiply(effect.offsets().get(i), Moments.QUOTIENT));
        }
    }

    /** On every change from the base to the period: kept as the steps at both ends, so that equal slopes stay equal. */
    private void addSlope(JointEffect effect, StaggeredCohort cohort, BigDecimal slope) {
        BigDecimal[] steps = part(cohort).steps;
        steps[effect.base() + 1] = steps[effect.base() + 1].add(slope);
        steps[effect.period() + 1] = steps[effect.period() + 1].subtract(slope);
    }

    /** Adds the same for every person of a cohort. */
    void addConstant(StaggeredCohort cohort, BigDecimal constant) {
        Part part = part(cohort);
        part.constant = part.constant.add(constant, Moments.QUOTIENT);
    }

    /**
     * The variance of the estimate; 0 where nobody's changes vary, as the sizes of the cohorts alone say nothing about the
     * error of an effect.
     */
    BigDecimal variance() {
        BigDecimal within = BigDecimal.ZERO;
        BigDecimal between = BigDecimal.ZERO;
        for (StaggeredCohort cohort : cohorts) {
            Part part = part(cohort);
            within = within.add(cohort.squaredDeviations(part.slopes()));
            between = between.add(part.constant.multiply(part.constant).multiply(BigDecimal.valueOf(cohort.n())));
        }
        return within.signum() > 0 ? within.add(between) : BigDecimal.ZERO;
    }
}
