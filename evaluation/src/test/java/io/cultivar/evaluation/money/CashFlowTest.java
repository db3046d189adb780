package io.cultivar.evaluation.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CashFlowTest {

    // R 4.2.2: i <- 1.1^(1/12) - 1; b <- rep(100, 12); decaying: b <- diff(1200 * (2*(0:12)/12 - ((0:12)/12)^2))
    private static final CashFlow EVEN = new CashFlow(1_200, 0, 1_000, 12);
    private static final CashFlow DECAYING = new CashFlow(0, 1_200, 1_000, 12);

    @Test
    void shouldDiscountAtTheEndOfEachMonth() {
        // R: sum(b / (1 + i)^(1:12)) - 1000
        assertThat(EVEN.netPresentValue(0.1)).isCloseTo(140.04878293306888, within(1e-9));
        assertThat(DECAYING.netPresentValue(0.1)).isCloseTo(158.02998905161076, within(1e-9));
        assertThat(EVEN.netPresentValue(0)).isCloseTo(200, within(1e-9));
    }

    @Test
    void shouldEndWithTheHorizon() {
        // R: sum(c(100, 100, 50) / (1 + i)^c(1, 2, 2.5))
        assertThat(new CashFlow(250, 0, 0, 2.5).netPresentValue(0.1)).isCloseTo(246.64991902923586, within(1e-9));
        assertThat(new CashFlow(250, 0, 225, 2.5).payback().orElseThrow()).isCloseTo(2.25, within(1e-12));
        assertThat(new CashFlow(30, 0, 15, 0.5).payback().orElseThrow()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void shouldPayBackWithinTheMonth() {
        // R: cum <- cumsum(b); k <- which(cum >= 1000)[1]; k - 1 + (1000 - cum[k - 1]) / b[k]
        assertThat(EVEN.payback().orElseThrow()).isCloseTo(10, within(1e-9));
        assertThat(DECAYING.payback().orElseThrow()).isCloseTo(7.1111111111111116, within(1e-9));
        // R: the same with b / (1 + i)^(1:12)
        assertThat(EVEN.discountedPayback(0.1).orElseThrow()).isCloseTo(10.463739603444834, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"1200, 0, 0", "1200, 0, -5", "1000, 0, 1000.01", "0, 0, 5", "-10, 0, 5", "0, -10, 5"})
    void shouldNotPayBack_whenThereIsNothingToPayOrNeverEnough(double level, double decaying, double cost) {
        var flow = new CashFlow(level, decaying, cost, 12);

        assertThat(flow.payback()).isEmpty();
        assertThat(flow.discountedPayback(0.1)).isEmpty();
    }

    @Test
    void shouldAddWhatIsLevelAndWhatDecays() {
        var both = new CashFlow(600, 600, 1_000, 12);

        assertThat(both.netPresentValue(0.1))
                .isCloseTo((EVEN.netPresentValue(0.1) + DECAYING.netPresentValue(0.1)) / 2, within(1e-9));
        assertThat(both.payback().orElseThrow()).isBetween(7.2, 10.0);
    }
}
