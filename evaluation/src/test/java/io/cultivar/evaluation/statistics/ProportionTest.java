package io.cultivar.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    @ParameterizedTest
    @CsvSource({
        // R: prop.test(x, n, correct = FALSE)$conf.int
        "56, 70, 0.6918335550374695, 0.8769526075163704",
        "0, 10, 0, 0.2775327998628891",
        "10, 10, 0.7224672001371109, 1",
        "1, 1, 0.2065493143772375, 1",
    })
    void shouldHaveWilsonsInterval(long x, long n, double lower, double upper) {
        Interval found = new Proportion(x, n).wilson();
        assertThat(found.lower()).isCloseTo(lower, within(1e-14));
        assertThat(found.upper()).isCloseTo(upper, within(1e-14));
        assertThat(found.lower() == 0).isEqualTo(x == 0);
        assertThat(found.upper() == 1).isEqualTo(x == n);
    }

    @ParameterizedTest
    @CsvSource({
        // Newcombe (1998), table II, method 10: 56/70 - 48/80 is +0.2 from +0.0524 to +0.3339; 9/10 - 3/10 from +0.1705
        // to
        // +0.8090; 10/10 - 0/20 from +0.6791 to +1. Further digits in R: l1, u1, l2, u2 by prop.test as above, and
        // p1 - p2 - sqrt((p1 - l1)^2 + (u2 - p2)^2), p1 - p2 + sqrt((u1 - p1)^2 + (p2 - l2)^2)
        "56, 70, 48, 80, 0.2, 0.05243147240236493, 0.33387265403690586",
        "9, 10, 3, 10, 0.6, 0.1705227239345031, 0.8090179735354880",
        "10, 10, 0, 20, 1, 0.6790860371419148, 1",
        "10, 10, 20, 20, 0, -0.2775327998628891, 0.1611251580528194",
    })
    void shouldHaveNewcombesIntervalOfADifference(
            long x1, long n1, long x2, long n2, double difference, double lower, double upper) {
        Bounded found = new Proportion(x1, n1).minus(new Proportion(x2, n2));
        assertThat(found.value()).isCloseTo(difference, within(1e-14));
        assertThat(found.lower()).isCloseTo(lower, within(1e-14));
        assertThat(found.upper()).isCloseTo(upper, within(1e-14));
    }

    @Test
    void shouldKnowTheSmallestDifferenceThatWouldHaveBeenFound() {
        // R: p <- 104/150; (qnorm(.975) + qnorm(.8)) * sqrt(p * (1 - p) * (1/70 + 1/80))
        assertThat(new Proportion(56, 70)
                        .minimumDetectable(new Proportion(48, 80))
                        .orElseThrow())
                .isCloseTo(0.2114266749206618, within(1e-14));
        assertThat(new Proportion(5, 5).minimumDetectable(new Proportion(8, 8))).isEmpty();
        assertThat(new Proportion(0, 5).minimumDetectable(new Proportion(0, 8))).isEmpty();
    }
}
