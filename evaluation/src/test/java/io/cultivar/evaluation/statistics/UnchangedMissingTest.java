package io.cultivar.evaluation.statistics;

import static io.cultivar.evaluation.statistics.Samples.assertEstimate;
import static io.cultivar.evaluation.statistics.Samples.moments;
import static io.cultivar.evaluation.statistics.TwoArms.CONTROL;
import static io.cultivar.evaluation.statistics.TwoArms.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnchangedMissingTest {

    @Test
    void shouldCountTheMissingAsUnchanged() {
        // R: t.test(c(dT, rep(0, 3)), c(dC, rep(0, 2)))
        assertEstimate(
                UnchangedMissing.of(TREATMENT.change(), 3, CONTROL.change(), 2).orElseThrow(),
                2.2375757575757578,
                0.5329658808949076,
                15.26760570664555,
                0.0007481518354613664,
                1.1033176290305864,
                3.371833886120929);
    }

    @Test
    void shouldBeTheDifferenceItself_whenNobodyIsMissing() {
        assertThat(UnchangedMissing.of(TREATMENT.change(), 0, CONTROL.change(), 0))
                .isEqualTo(WelchDifference.of(TREATMENT.change(), CONTROL.change()));
    }

    @Test
    void shouldFindNothing_whenTooFewOrAllAreMissing() {
        assertThat(UnchangedMissing.of(Moments.NONE, 0, CONTROL.change(), 2)).isEmpty();
        assertThat(UnchangedMissing.of(Moments.NONE, 5, Moments.NONE, 4)).isEmpty();
        assertThat(UnchangedMissing.of(moments("2"), 0, CONTROL.change(), 0)).isEmpty();
        // one measured and one missing are two people
        assertThat(UnchangedMissing.of(moments("2"), 1, CONTROL.change(), 0)).isPresent();
    }
}
