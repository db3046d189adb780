package io.cultivar.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2 {@code p.adjust}. */
class BenjaminiHochbergTest {

    @Test
    void shouldAdjustInTheGivenOrder() {
        // R: p.adjust(c(.04, .001, .03, .8, .03, .5, .011), "BH")
        List<Double> expected = List.of(0.056, 0.007, 0.0525, 0.8, 0.0525, 0.5833333333333334, 0.0385);

        // when
        List<Double> found = BenjaminiHochberg.adjust(List.of(0.04, 0.001, 0.03, 0.8, 0.03, 0.5, 0.011));

        // then
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.get(i)).isCloseTo(expected.get(i), within(1e-15));
        }
    }

    @Test
    void shouldGiveTheOrderedOnesBackInTheirOrder_whenTheyAreAdjustedToTheSame() {
        // R: p.adjust(c(.03, .02, .01), "BH"): all .03
        assertThat(BenjaminiHochberg.adjust(List.of(0.03, 0.02, 0.01))).containsExactly(0.03, 0.03, 0.03);
        assertThat(BenjaminiHochberg.adjust(List.of(0.01, 0.02, 0.03))).containsExactly(0.03, 0.03, 0.03);
    }

    @Test
    void shouldStayBetweenZeroAndOne() {
        assertThat(BenjaminiHochberg.adjust(List.of(1.0, 0.0, 1.0))).containsExactly(1.0, 0.0, 1.0);
        assertThat(BenjaminiHochberg.adjust(List.of(0.9, 0.95))).containsExactly(0.95, 0.95);
    }

    @Test
    void shouldChangeNothing_whenThereIsOneOrNone() {
        assertThat(BenjaminiHochberg.adjust(List.of())).isEmpty();
        assertThat(BenjaminiHochberg.adjust(List.of(0.2))).containsExactly(0.2);
    }
}
