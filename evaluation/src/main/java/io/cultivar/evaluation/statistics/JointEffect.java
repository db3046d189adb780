package io.cultivar.evaluation.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * One group-time effect ATT(g, t) of the people measured in every period, with its influence function: a person of the
 * treated cohort adds (d - mean d) / n_g, one of the comparison group -(d - mean d) / n_C, d being the change from the base
 * period to t. Within each cohort that is a slope on the person's changes plus, where the comparison group is made of
 * several cohorts, a constant.
 *
 * @param treated the cohort g
 * @param period the period t
 * @param base the period before: g - 1, or t - 1 for t < g
 * @param comparison the cohorts of the comparison group
 * @param controls the people in them
 * @param treatedSlope the slope of the influence function on each change from {@code base} to {@code period} in the treated
 *     cohort
 * @param controlSlope the same in each cohort of the comparison group
 * @param offsets the mean of the influence function in each of those: (mean of the group - the cohort's mean) / n_C
 * @param value the effect, rounded once to 34 digits
 */
record JointEffect(
        StaggeredCohort treated,
        int period,
        int base,
        List<StaggeredCohort> comparison,
        long controls,
        BigDecimal treatedSlope,
        BigDecimal controlSlope,
        List<BigDecimal> offsets,
        BigDecimal value) {

    static JointEffect of(StaggeredCohort treated, int period, int base, List<StaggeredCohort> comparison) {
        long controls = comparison.stream().mapToLong(StaggeredCohort::n).sum();
        BigDecimal treatedPeople = BigDecimal.valueOf(treated.n());
        BigDecimal controlPeople = BigDecimal.valueOf(controls);
        BigDecimal controlChange =
                comparison.stream().map(cohort -> cohort.change(base, period)).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal value = treated.change(base, period)
                .multiply(controlPeople)
                .subtract(controlChange.multiply(treatedPeople))
                .divide(treatedPeople.multiply(controlPeople), Moments.QUOTIENT);
        return new JointEffect(
                treated,
                period,
                base,
                List.copyOf(comparison),
                controls,
                BigDecimal.ONE.divide(treatedPeople, Moments.QUOTIENT),
                BigDecimal.ONE.negate().divide(controlPeople, Moments.QUOTIENT),
                offsets(comparison, base, period, controlChange, controlPeople),
                value);
    }

    /** Whether the turn of the treated had not come yet. */
    boolean isBefore() {
        return period < treated.start();
    }

    /** Periods since their turn came. */
    int elapsed() {
        return period - treated.start();
    }

    private static List<BigDecimal> offsets(
            List<StaggeredCohort> comparison,
            int base,
            int period,
            BigDecimal controlChange,
            BigDecimal controlPeople) {
        if (comparison.size() == 1) {
            return List.of(BigDecimal.ZERO);
        }
        BigDecimal squared = controlPeople.multiply(controlPeople);
        List<BigDecimal> offsets = new ArrayList<>();
        for (StaggeredCohort cohort : comparison) {
            BigDecimal people = BigDecimal.valueOf(cohort.n());
            offsets.add(controlChange
                    .multiply(people)
                    .subtract(cohort.change(base, period).multiply(controlPeople))
                    .divide(people.multiply(squared), Moments.QUOTIENT));
        }
        return List.copyOf(offsets);
    }
}
