package io.cultivar.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.result.LargeSample;
import org.junit.jupiter.api.Test;

class NormalTest {

    @Test
    void shouldKnowQuantilesAndTails() {
        // R: qnorm(.975); qnorm(.8); 2 * pnorm(-1.3); 2 * pnorm(-8)
        assertThat(Normal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-14));
        assertThat(Normal.quantile(0.8)).isCloseTo(0.8416212335729143, within(1e-14));
        assertThat(Normal.twoSidedP(1.3)).isCloseTo(0.1936009691712207, within(1e-14));
        assertThat(Normal.twoSidedP(-8)).isCloseTo(1.244192114854357e-15, within(1e-24));
        assertThat(Normal.twoSidedP(0)).isEqualTo(1);
    }

    @Test
    void shouldGiveAnEstimateItsInterval_whenThereIsAnError() {
        // R: -0.1 / 0.08; 2 * pnorm(-1.25); -0.1 + c(-1, 1) * qnorm(.975) * 0.08
        LargeSample found = Normal.estimate(-0.1, 0.08).orElseThrow();
        assertThat(found.statistic()).isCloseTo(-1.25, within(1e-14));
        assertThat(found.p()).isCloseTo(0.2112995473337105, within(1e-14));
        assertThat(found.lower()).isCloseTo(-0.2567971187632043, within(1e-14));
        assertThat(found.upper()).isCloseTo(0.05679711876320429, within(1e-14));
        assertThat(Normal.estimate(1, 0)).isEmpty();
        assertThat(Normal.estimate(1, Double.NaN)).isEmpty();
    }
}
