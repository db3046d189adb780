package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.ChiSquareTest;
import java.util.List;
import java.util.Optional;

/**
 * Wald's test that every effect before the turn came is zero. Each is about one change from a period to the next, whose
 * deviations are exact, so that their products can be doubles: no level and no person's height is left in them.
 */
final class PreTrend {

    private final List<StaggeredCohort> cohorts;
    private final List<JointEffect> effects;

    PreTrend(List<StaggeredCohort> cohorts, List<JointEffect> effects) {
        this.cohorts = cohorts;
        this.effects = effects;
    }

    /** The test; empty where there is no such effect, or their covariance has no inverse. */
    Optional<ChiSquareTest> test() {
        long people = cohorts.stream().mapToLong(StaggeredCohort::n).sum();
        int size = effects.size();
        if (size >= people) {
            // So few people cannot tell so many effects apart.
            return Optional.empty();
        }
        double[][] covariance = new double[size][size];
        for (StaggeredCohort cohort : cohorts) {
            double[] slopes = new double[size];
            double[] offsets = new double[size];
            for (int i = 0; i < size; i++) {
                JointEffect effect = effects.get(i);
                if (cohort == effect.treated()) {
                    slopes[i] = effect.treatedSlope().doubleValue();
                } else {
                    int place = effect.comparison().indexOf(cohort);
                    if (place >= 0) {
                        slopes[i] = effect.controlSlope().doubleValue();
                        offsets[i] = effect.offsets().get(place).doubleValue();
                    }
                }
            }
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i && slopes[i] != 0; j++) {
                    if (slopes[j] != 0) {
                        double within = cohort.coDeviation(
                                effects.get(i).period(), effects.get(j).period());
                        covariance[i][j] += slopes[i] * slopes[j] * within + cohort.n() * offsets[i] * offsets[j];
                    }
                }
            }
        }
        double[] estimates = effects.stream()
                .mapToDouble(effect -> effect.value().doubleValue())
                .toArray();
        return WaldTest.of(estimates, covariance);
    }
}
