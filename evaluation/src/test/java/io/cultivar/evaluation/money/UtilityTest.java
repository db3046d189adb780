package io.cultivar.evaluation.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class UtilityTest {

    @Test
    void shouldFindThePublishedUtilityOfATrainingProgram() {
        // Schmidt, Hunter and Pearlman (1982), Personnel Psychology 35, 333-347: 100 computer programmers, d = .65,
        // SD_y =
        // 10,413 dollars, two years, 500 dollars each (figures from memory; the sum is plain arithmetic)
        assertThat(Utility.of(2, 100, 0.65, 10_413, 100 * 500)).isCloseTo(1_303_690, within(1e-6));
    }

    @Test
    void shouldCostWhatItCosts_whenNothingWasLearned() {
        assertThat(Utility.of(1, 50, 0, 20_000, 7_000)).isEqualTo(-7_000);
        assertThat(Utility.of(1, 50, -0.1, 20_000, 7_000)).isCloseTo(-107_000, within(1e-9));
    }
}
