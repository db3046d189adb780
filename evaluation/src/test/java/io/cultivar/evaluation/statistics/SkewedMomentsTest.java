package io.cultivar.evaluation.statistics;

import static io.cultivar.evaluation.statistics.Samples.assertClose;
import static io.cultivar.evaluation.statistics.Samples.shifted;
import static io.cultivar.evaluation.statistics.Samples.skewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2, {@code g1 <- function(v) mean((v - mean(v))^3) / mean((v - mean(v))^2)^1.5}. */
class SkewedMomentsTest {

    @Test
    void shouldFindSkewness() {
        // R: g1(c(0,0,0,1)); g1(c(1,2,4,8,16)); g1(c(5,1,1,1,1,-7.5)); g1(dT); g1(dC)
        assertClose(skewed("0 0 0 1").skewness().orElseThrow(), 1.1547005383792515);
        assertClose(skewed("1 2 4 8 16").skewness().orElseThrow(), 0.8890481348169543);
        assertClose(skewed("5 1 1 1 1 -7.5").skewness().orElseThrow(), -1.1171660490765878);
        assertThat(TwoArms.treatmentChange().skewness().orElseThrow()).isCloseTo(-0.16745532674195415, within(1e-12));
        assertThat(TwoArms.controlChange().skewness().orElseThrow()).isCloseTo(-0.6054104925360742, within(1e-12));
    }

    @Test
    void shouldBeZeroExactly_whenSymmetric() {
        assertThat(skewed("0.1 0.2 0.3").skewness()).contains(0.0);
        assertThat(skewed("-7 -1 0 1 7").skewness()).contains(0.0);
    }

    @Test
    void shouldLoseNoDigit_whenTheLevelIsHuge() {
        assertThat(skewed(shifted("1 2 4 8 16", "1000000000000.123")).skewness())
                .isEqualTo(skewed("1 2 4 8 16").skewness());
    }

    @Test
    void shouldTurnTheSign_whenMirrored() {
        assertThat(skewed("-1 -2 -4 -8 -16").skewness())
                .isEqualTo(skewed("1 2 4 8 16").skewness().map(g -> -g));
    }

    @Test
    void shouldFindNothing_whenTooFewOrNothingVaries() {
        assertThat(SkewedMoments.NONE.skewness()).isEmpty();
        assertThat(skewed("3").skewness()).isEmpty();
        assertThat(skewed("3 4").skewness()).isEmpty();
        assertThat(skewed("3 3 3").skewness()).isEmpty();
        assertThat(skewed("0 0 0").skewness()).isEmpty();
    }

    @Test
    void shouldStayFinite_whenValuesAreTinyOrHuge() {
        // the third powers leave the range of doubles
        assertClose(skewed("0 0 0 1e-150").skewness().orElseThrow(), 1.1547005383792515);
        assertClose(
                new SkewedMoments(
                                new Moments(4, new BigDecimal("1e150"), new BigDecimal("1e300")),
                                new BigDecimal("1e450"))
                        .skewness()
                        .orElseThrow(),
                1.1547005383792515);
    }
}
