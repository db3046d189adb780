package io.cultivar.evaluation.statistics;

import static io.cultivar.evaluation.statistics.Samples.assertEstimate;
import static io.cultivar.evaluation.statistics.Samples.moments;
import static io.cultivar.evaluation.statistics.Samples.pairs;
import static io.cultivar.evaluation.statistics.Samples.shifted;
import static io.cultivar.evaluation.statistics.Samples.values;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2 {@code t.test}. */
class PairedChangeTest {

    @Test
    void shouldFindMeanChange() {
        // given
        PairedSums pairs = pairs("3 5.4 1.8 4.1 2.9", "4.5 5.0 4.0 5.0 6.0");

        // then: R: w <- t.test(c(1.5,-0.4,2.2,0.9,3.1))
        assertEstimate(
                PairedChange.of(pairs.change()).orElseThrow(),
                1.46,
                0.5921148537234985,
                4,
                0.06926303637108921,
                -0.18397438733551483,
                3.103974387335515);
    }

    @Test
    void shouldFindMeanChangeOfTwo() {
        // R: w <- t.test(c(1,4))
        assertEstimate(
                PairedChange.of(moments("1 4")).orElseThrow(),
                2.5,
                1.5,
                1,
                0.3440417392452613,
                -16.559307104262043,
                21.55930710426204);
    }

    @Test
    void shouldLoseNoDigit_whenTheLevelIsHuge() {
        // given
        String before = "3 5.4 1.8 4.1 2.9";
        String after = "4.5 5.0 4.0 5.0 6.0";
        String level = "1000000000000.123";

        // when
        PairedSums high = pairs(shifted(before, level), shifted(after, level));

        // then
        assertThat(PairedChange.of(high.change()))
                .isEqualTo(PairedChange.of(pairs(values(before), values(after)).change()));
    }

    @Test
    void shouldFindNothing_whenTooFewOrAllChangesAreEqual() {
        assertThat(PairedChange.of(Moments.NONE)).isEmpty();
        assertThat(PairedChange.of(moments("2"))).isEmpty();
        assertThat(PairedChange.of(moments("2 2 2"))).isEmpty();
        assertThat(PairedChange.of(moments("0 0"))).isEmpty();
        assertThat(PairedChange.of(pairs("1 2 3", "2.1 3.1 4.1").change())).isEmpty();
    }

    @Test
    void shouldTellMeanAndSpreadOnlyWhereThereAreAny() {
        assertThat(Moments.NONE.mean()).isEmpty();
        assertThat(Moments.NONE.variance()).isEmpty();
        assertThat(Moments.NONE.standardDeviation()).isEmpty();
        assertThat(moments("7").mean()).contains(7.0);
        assertThat(moments("7").variance()).isEmpty();
        assertThat(moments("7 7").variance()).contains(0.0);
        assertThat(moments("1 2 4").variance()).contains(7.0 / 3);
    }
}
