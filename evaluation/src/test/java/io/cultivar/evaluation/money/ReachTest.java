package io.cultivar.evaluation.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Interval;
import org.junit.jupiter.api.Test;

class ReachTest {

    @Test
    void shouldReachAsFarAsTheDistributionSays() {
        // R 4.2.2: qnorm(.975); qt(.975, 12)
        assertThat(Reach.NORMAL.fixed()).isCloseTo(1.9599639845400536, within(1e-9));
        assertThat(new Reach(12.0, null).fixed()).isCloseTo(2.178812829667228, within(1e-9));
    }

    @Test
    void shouldScaleBothIntervalsWithTheError() {
        // when
        Bounded found = new Reach(12.0, 3.0).bounded(10, 2);

        // then
        assertThat(found.lower()).isCloseTo(10 - 2 * 2.178812829667228, within(1e-9));
        assertThat(found.alwaysValid()).isEqualTo(new Interval(4, 16));
        assertThat(new Reach(12.0, 3.0).standardError(found)).isCloseTo(2, within(1e-12));
        assertThat(Reach.NORMAL.standardError(new Bounded(5, null, null, null))).isZero();
    }

    @Test
    void shouldKnowTheProbabilityOfAGain() {
        // R: pt(40/25, 8.5); pnorm(40/25)
        assertThat(new Reach(8.5, null).probabilityPositive(40, 25)).isCloseTo(0.92697797597775189, within(1e-6));
        assertThat(Reach.NORMAL.probabilityPositive(40, 25)).isCloseTo(0.94520070830044201, within(1e-6));
        assertThat(Reach.NORMAL.probabilityPositive(0, 25)).isEqualTo(0.5);
    }
}
