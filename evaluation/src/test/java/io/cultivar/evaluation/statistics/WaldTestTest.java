package io.cultivar.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WaldTestTest {

    @Test
    void shouldBeTheQuadraticForm() {
        // R 4.2.2: e <- c(1, -2, .5); V <- matrix(c(4, 1, -.5, 1, 2, .3, -.5, .3, 1), 3)
        double[] e = {1, -2, 0.5};
        double[][] v = {{4, 1, -0.5}, {1, 2, 0.3}, {-0.5, 0.3, 1}};
        assertThat(WaldTest.of(e, v)).hasValueSatisfying(test -> {
            // t(e) %*% solve(V) %*% e; pchisq(w, 3, lower.tail = FALSE)
            assertThat(test.statistic()).isCloseTo(4.787671232876711, within(1e-9));
            assertThat(test.degreesOfFreedom()).isEqualTo(3);
            assertThat(test.p()).isCloseTo(0.1880216979118552, within(1e-9));
        });
    }

    @Test
    void shouldBeAbsent_whenTheCovarianceHasNoInverse() {
        assertThat(WaldTest.of(new double[0], new double[0][0])).isEmpty();
        assertThat(WaldTest.of(new double[] {1}, new double[][] {{0}})).isEmpty();
        // the second estimate is the first with the sign turned, three times as far
        assertThat(WaldTest.of(new double[] {1, -3}, new double[][] {{0.1, -0.3}, {-0.3, 0.9}}))
                .isEmpty();
    }

    @Test
    void shouldNotDependOnTheUnits() {
        // given: the same as above in other units
        double[] e = {1e9, -2e-9};
        double[][] v = {{4e18, 1}, {1, 2e-18}};
        assertThat(WaldTest.of(e, v))
                .hasValueSatisfying(test -> assertThat(test.statistic()).isCloseTo(3.142857142857142, within(1e-9)));
    }
}
