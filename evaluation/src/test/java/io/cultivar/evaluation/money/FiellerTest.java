package io.cultivar.evaluation.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.result.Interval;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiellerTest {

    @ParameterizedTest
    @CsvSource({
        // R 4.2.2: g <- function(R) (B - R*C)^2 - q^2*(sB^2 + R^2*sC^2)
        // c(uniroot(g, c(B/C - 50, B/C), tol = 1e-15)$root, uniroot(g, c(B/C, B/C + 50), tol = 1e-15)$root)
        "200, 30, 80, 10, 1.96, 1.6599840951244602, 3.6593063115352917",
        "-50, 20, 100, 15, 2.178812829667228, -1.055846047968513, -0.063739793423458507",
        "1, 5, 2, 0.5, 1.959963984540054, -4.972184153203106, 6.2881314995206381"
    })
    void shouldFindTheRoots(
            double b, double errorOfB, double c, double errorOfC, double q, double lower, double upper) {
        // when
        Interval found = Fieller.interval(b, errorOfB, c, errorOfC, q).orElseThrow();

        // then
        assertThat(found.lower()).isCloseTo(lower, within(1e-9));
        assertThat(found.upper()).isCloseTo(upper, within(1e-9));
    }

    @Test
    void shouldScaleTheBenefitsInterval_whenTheCostIsKnown() {
        assertThat(Fieller.interval(200, 30, 80, 0, 2)).contains(new Interval(140 / 80.0, 260 / 80.0));
    }

    @Test
    void shouldBeUnbounded_whenTheCostMayBeZero() {
        // C^2 = 100 <= 4 x 25
        assertThat(Fieller.interval(200, 30, 10, 5, 2)).isEmpty();
        assertThat(Fieller.interval(200, 30, 10, 6, 2)).isEmpty();
        assertThat(Fieller.interval(200, 30, 10, 4.999, 2)).isPresent();
    }

    @Test
    void shouldStayFinite_whateverTheScale() {
        assertThat(Fieller.interval(1e200, 1e199, 1e-18, 0, 2)).isPresent();
        assertThat(Fieller.interval(1e300, 1e299, 1e-18, 1e-20, 2)).isEqualTo(Optional.empty());
    }
}
