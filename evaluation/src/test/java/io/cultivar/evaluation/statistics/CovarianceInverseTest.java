package io.cultivar.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CovarianceInverseTest {

    private static void assertInverse(double[][] covariance, double[][] expected, Offset<Double> offset) {
        assertThat(CovarianceInverse.of(covariance)).hasValueSatisfying(found -> {
            for (int i = 0; i < expected.length; i++) {
                assertThat(found[i]).containsExactly(expected[i], offset);
            }
        });
    }

    @Test
    void shouldInvert() {
        // R 4.2.2: solve(matrix(c(4, 1, -.5, 1, 2, .3, -.5, .3, 1), 3))
        assertInverse(
                new double[][] {{4, 1, -0.5}, {1, 2, 0.3}, {-0.5, 0.3, 1}},
                new double[][] {
                    {0.3270547945205479, -0.1969178082191781, 0.2226027397260274},
                    {-0.1969178082191781, 0.642123287671233, -0.2910958904109589},
                    {0.2226027397260274, -0.2910958904109589, 1.198630136986301}
                },
                within(1e-12));
    }

    @Test
    void shouldBeAbsent_whenThereIsNone() {
        assertThat(CovarianceInverse.of(new double[0][0])).isEmpty();
        assertThat(CovarianceInverse.of(new double[][] {{0}})).isEmpty();
        // the second estimate is the first with the sign turned, three times as far
        assertThat(CovarianceInverse.of(new double[][] {{0.1, -0.3}, {-0.3, 0.9}}))
                .isEmpty();
    }

    @Test
    void shouldNotDependOnTheUnits() {
        assertInverse(
                new double[][] {{4, 0.5}, {0.5, 1}},
                new double[][] {{1 / 3.75, -0.5 / 3.75}, {-0.5 / 3.75, 4 / 3.75}},
                within(1e-15));
        assertThat(CovarianceInverse.of(new double[][] {{4e18, 0.5}, {0.5, 1e-18}}))
                .hasValueSatisfying(found -> {
                    assertThat(found[0][0] * 1e18).isCloseTo(1 / 3.75, within(1e-15));
                    assertThat(found[0][1]).isCloseTo(-0.5 / 3.75, within(1e-15));
                    assertThat(found[1][1] * 1e-18).isCloseTo(4 / 3.75, within(1e-15));
                });
    }
}
