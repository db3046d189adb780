package io.cultivar.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.ComparisonGroup;
import io.cultivar.contract.result.FTest;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the test of the effects before the turn flags panels of made-up people, where nobody drifts and where some do:
 * quickly with few runs and bounds as wide as chance makes them (three standard errors), thoroughly with many.
 */
class PreTrendSimulationTest {

    private static final int RUNS = Boolean.getBoolean("cultivar.thorough") ? 4000 : 120;

    private static final long SEED = 20_261_122;

    private static final String NEVER = "-";

    /** Values have three decimals. */
    private static final int SCALE = 3;

    /** Shares of the runs with p below .05: by the test, by chi-square, and those in which there was a test at all. */
    private record Flagged(double byTest, double byChiSquare, double tested) {}

    private final Random random = new Random(SEED);
    private boolean skewed;
    private double drift;

    /**
     * Many panels.
     *
     * @param starts the period of each cohort's turn, from 0 on
     * @param sizes the people of each
     */
    private Flagged flagged(String starts, String sizes, int periods, ComparisonGroup group) {
        String[] turns = starts.split(" ", -1);
        String[] people = sizes.split(" ", -1);
        int byTest = 0;
        int byChiSquare = 0;
        int tested = 0;
        for (int run = 0; run < RUNS; run++) {
            List<StaggeredCohort> cohorts = new ArrayList<>();
            for (int i = 0; i < turns.length; i++) {
                int start = turns[i].equals(NEVER) ? StaggeredCohort.NEVER : Integer.parseInt(turns[i]);
                cohorts.add(cohort(start, Integer.parseInt(people[i]), periods));
            }
            Optional<FTest> found = StaggeredPanel.of(cohorts, periods, group).preTrend();
            if (found.isPresent()) {
                tested++;
                byTest += found.get().p() < 0.05 ? 1 : 0;
                byChiSquare += chiSquareP(found.get()) < 0.05 ? 1 : 0;
            }
        }
        return new Flagged((double) byTest / RUNS, (double) byChiSquare / RUNS, (double) tested / RUNS);
    }

    /** What Wald's test of the same effects and covariance gives. */
    private static double chiSquareP(FTest test) {
        int q = test.numeratorDegreesOfFreedom();
        double denominator = test.denominatorDegreesOfFreedom();
        double quadratic = test.statistic() * q * (denominator + q - 1) / denominator;
        return ChiSquaredDistribution.of(q).survivalProbability(quadratic);
    }

    /** People of different levels; those with a turn drift away just before it. */
    private StaggeredCohort cohort(int start, int people, int periods) {
        long[] sums = new long[periods];
        long[][] products = new long[periods][periods];
        for (int person = 0; person < people; person++) {
            long[] values = new long[periods];
            double level = 3 * random.nextGaussian();
            for (int t = 0; t < periods; t++) {
                double noise = skewed ? -Math.log(1 - random.nextDouble()) : random.nextGaussian();
                values[t] = Math.round(1000 * (level + noise + (t == start - 1 ? drift : 0)));
            }
            for (int t = 0; t < periods; t++) {
                sums[t] += values[t];
                for (int s = t; s < periods; s++) {
                    products[t][s] += values[t] * values[s];
                }
            }
        }
        List<BigDecimal> places = new ArrayList<>();
        places.add(BigDecimal.valueOf(people));
        places.add(BigDecimal.valueOf(people));
        for (long sum : sums) {
            places.add(BigDecimal.valueOf(sum, SCALE));
        }
        for (int t = 0; t < periods; t++) {
            for (int s = t; s < periods; s++) {
                places.add(BigDecimal.valueOf(products[t][s], 2 * SCALE));
            }
        }
        return StaggeredCohort.of(start, new PanelSums(periods, new Sums(places)));
    }

    private static double atMost(double share) {
        return share + 3 * Math.sqrt(share * (1 - share) / RUNS);
    }

    private static double atLeast(double share) {
        return share - 3 * Math.sqrt(share * (1 - share) / RUNS);
    }

    /** Referred to chi-square the same statistic flags far more. */
    @ParameterizedTest
    @CsvSource({
        // turns, people, periods, compared with, values, by the test at most, by chi-square at least
        "3 -, 7 7, 6, NOT_YET_TREATED, false, 0.055, 0.08",
        "3 -, 7 7, 6, NOT_YET_TREATED, true, 0.055, 0.08",
        "3 4 -, 7 7 12, 6, NOT_YET_TREATED, false, 0.055, 0.1",
        "3 4 -, 7 7 12, 6, NEVER_TREATED, false, 0.055, 0.1",
        "3 4 5 -, 8 8 8 10, 7, NOT_YET_TREATED, false, 0.055, 0.1",
        "6 8 10 -, 7 9 12 10, 12, NOT_YET_TREATED, false, 0.055, 0.1",
        "6 8 10 -, 7 9 12 10, 12, NOT_YET_TREATED, true, 0.055, 0.1",
        "4 6 -, 7 7 200, 8, NOT_YET_TREATED, false, 0.065, 0.1",
        "3 5 7, 10 10 10, 8, NOT_YET_TREATED, false, 0.055, 0.1",
        "3 4 5 -, 30 30 30 30, 7, NOT_YET_TREATED, false, 0.055, 0.05",
        // the few that all are compared with: the most that was found
        "6 8 10 -, 30 30 30 7, 12, NEVER_TREATED, false, 0.08, 0.1"
    })
    void shouldRarelyFlag_whereNobodyDrifts(
            String starts, String sizes, int periods, ComparisonGroup group, boolean skew, double most, double least) {
        skewed = skew;

        Flagged found = flagged(starts, sizes, periods, group);

        assertThat(found.tested()).isEqualTo(1);
        assertThat(found.byTest()).isLessThanOrEqualTo(atMost(most));
        assertThat(found.byChiSquare()).isGreaterThanOrEqualTo(atLeast(least));
    }

    @Test
    void shouldFlag_whereTheTreatedDriftAwayJustBeforeTheirTurn() {
        drift = 2;

        Flagged found = flagged("3 4 5 -", "12 12 12 12", 7, ComparisonGroup.NOT_YET_TREATED);

        assertThat(found.byTest()).isGreaterThanOrEqualTo(atLeast(0.9));
    }

    @Test
    void shouldNotTest_whatThreePeopleTell() {
        assertThat(flagged("3 4 -", "3 3 40", 6, ComparisonGroup.NOT_YET_TREATED)
                        .tested())
                .isZero();
    }
}
