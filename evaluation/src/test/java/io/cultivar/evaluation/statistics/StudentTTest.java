package io.cultivar.evaluation.statistics;

import static io.cultivar.evaluation.statistics.Samples.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: R 4.2.2 {@code qt} and {@code pt}. */
class StudentTTest {

    @ParameterizedTest
    @CsvSource({
        // R: qt(0.025, df, lower.tail = FALSE); qt(0.005, df, lower.tail = FALSE)
        "1, 12.706204736174707, 63.656741162871583",
        "2, 4.302652729749464, 9.9248432009182928",
        "3.7, 2.867520707191193, 4.8692522532278293",
        "30, 2.042272456301238, 2.7499956535672259",
        "1e6, 1.9599663568141066, 2.5758342201053335"
    })
    void shouldFindUpperQuantiles(double degreesOfFreedom, double of95, double of99) {
        var t = new StudentT(degreesOfFreedom);
        assertClose(t.upperQuantile(0.025), of95);
        assertClose(t.upperQuantile(0.005), of99);
    }

    @ParameterizedTest
    @CsvSource({
        // R: 2 * pt(2.5, df, lower.tail = FALSE); 2 * pt(40, df, lower.tail = FALSE)
        "1, 0.2422378831816867, 0.015912179824051624",
        "2, 0.1296117202215108, 0.0006244146721847406",
        "3.7, 0.07182202291182675, 5.1386249821414888e-06",
        "30, 0.018115649068066706, 1.3726045194406362e-27",
        "1e6, 0.012419489502163233, 0"
    })
    void shouldFindTwoSidedP(double degreesOfFreedom, double at2half, double at40) {
        var t = new StudentT(degreesOfFreedom);
        assertClose(t.twoSidedP(2.5), at2half);
        assertThat(t.twoSidedP(-2.5)).isEqualTo(t.twoSidedP(2.5));
        if (at40 > 0) {
            assertClose(t.twoSidedP(40), at40);
        } else {
            assertThat(t.twoSidedP(40)).isBetween(0.0, 1e-300);
        }
    }

    @Test
    void shouldBeCertain_whenTheStatisticIsZero() {
        assertThat(new StudentT(3).twoSidedP(0)).isEqualTo(1);
    }
}
