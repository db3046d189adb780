package io.cultivar.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.evaluation.statistics.Looks.FalseAlarms;
import java.math.BigDecimal;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the intervals promise, tried on made-up people: quickly with few runs and bounds as wide as chance makes them (three
 * standard errors), thoroughly with many.
 */
class AlwaysValidSimulationTest {

    private static final boolean THOROUGH = Boolean.getBoolean("cultivar.thorough");

    private static final int RUNS = THOROUGH ? 4000 : 300;

    private static final int PEOPLE = THOROUGH ? 1000 : 400;

    private static final long SEED = 20_261_122;

    private enum Values {
        NORMAL(Random::nextGaussian),
        EXPONENTIAL(random -> -Math.log(1 - random.nextDouble())),
        LOGNORMAL(random -> Math.exp(random.nextGaussian())),
        BINARY_2(random -> random.nextDouble() < 0.02 ? 1 : 0),
        BINARY_5(random -> random.nextDouble() < 0.05 ? 1 : 0),
        BINARY_30(random -> random.nextDouble() < 0.3 ? 1 : 0),
        MOSTLY_ZERO(random -> random.nextDouble() < 0.2 ? -Math.log(1 - random.nextDouble()) : 0);

        private final ToDoubleFunction<Random> draw;

        Values(ToDoubleFunction<Random> draw) {
            this.draw = draw;
        }
    }

    private static FalseAlarms falseAlarms(Values values, double treated) {
        return Looks.falseAlarms(RUNS, PEOPLE, treated, values.draw, SEED);
    }

    /** The share that is found at most where the true one is this, but for one in about a thousand seeds. */
    private static double atMost(double share) {
        return share + 3 * Math.sqrt(share * (1 - share) / RUNS);
    }

    /** The fixed interval, looked at after every person, excludes 0 in 20 % of the runs and more; this one does not. */
    @ParameterizedTest
    @EnumSource
    void shouldRarelyExcludeZeroAtAnyLook_whenArmsAreBalanced(Values values) {
        FalseAlarms found = falseAlarms(values, 0.5);
        assertThat(found.gated()).isLessThanOrEqualTo(THOROUGH ? 0.05 : atMost(0.05));
        assertThat(found.fixed()).isGreaterThan(values == Values.BINARY_2 ? 0.1 : 0.2);
    }

    /**
     * One treated to nine controls: without the gate the interval promises far too much for skewed values. With it the
     * promise holds, but for lognormal values with sigma 1 (skewness 6.2), where it excludes 0 in 5 to 7 % of the runs.
     */
    @ParameterizedTest
    @CsvSource({
        // at least without the gate, at most with it
        "NORMAL, 0, 0.05",
        "EXPONENTIAL, 0.055, 0.05",
        "LOGNORMAL, 0.08, 0.07",
        "BINARY_2, 0.08, 0.02",
        "BINARY_5, 0.3, 0.02",
        "BINARY_30, 0.04, 0.05",
        "MOSTLY_ZERO, 0.15, 0.03"
    })
    void shouldWithholdWhatItCannotPromise_whenArmsAreUnequalAndSkewed(Values values, double least, double most) {
        FalseAlarms found = falseAlarms(values, 0.1);
        assertThat(found.ungated()).isGreaterThanOrEqualTo(THOROUGH ? least : least / 2);
        assertThat(found.gated()).isLessThanOrEqualTo(THOROUGH ? most : atMost(most));
        if (values != Values.NORMAL) {
            assertThat(found.gated()).isLessThan(0.7 * found.ungated());
        }
    }

    /** At one look, Welch's interval holds the true difference in 95 % of the runs, however unequal sizes and spreads are. */
    @ParameterizedTest
    @CsvSource({"4, 1", "1, 4"})
    void shouldCoverTheTrueDifference_whenVariancesAreUnequal(double ofTheFew, double ofTheMany) {
        // given
        int runs = THOROUGH ? 20_000 : 2_000;
        double trueDifference = 1.5;
        var random = new Random(SEED);

        // when
        int covered = 0;
        for (int run = 0; run < runs; run++) {
            var found = WelchDifference.of(
                            normal(random, 10, trueDifference, ofTheFew), normal(random, 40, 0, ofTheMany))
                    .orElseThrow();
            covered += found.lower() <= trueDifference && trueDifference <= found.upper() ? 1 : 0;
        }

        // then
        double chance = THOROUGH ? 0.01 : 0.015;
        assertThat((double) covered / runs).isBetween(0.95 - chance, 0.95 + chance);
    }

    private static Moments normal(Random random, int people, double mean, double standardDeviation) {
        return Samples.moments(IntStream.range(0, people)
                .mapToObj(i ->
                        BigDecimal.valueOf(Math.round(1000 * (mean + standardDeviation * random.nextGaussian())), 3))
                .toList());
    }
}
