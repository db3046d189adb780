package io.cultivar.evaluation.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    private static final Exchange DECLARED =
            new Exchange("EUR", Map.of("USD", new BigDecimal("0.912345678901234567"), "EUR", new BigDecimal("7")));
    private static final Exchange NONE = Exchange.of(null);

    @Test
    void shouldConvertExactly() {
        assertThat(DECLARED.convert(new BigDecimal("1000000000000.01"), "USD"))
                .isEqualByComparingTo("912345678901.24369045678901234567");
        // a rate of the reporting currency itself means nothing
        assertThat(DECLARED.convert(BigDecimal.TEN, "EUR")).isEqualByComparingTo("10");
    }

    @Test
    void shouldAddUpOnlyWhatHasARate() {
        assertThat(DECLARED.common(List.of("USD", "EUR", "USD"))).contains("EUR");
        assertThat(DECLARED.common(List.of("USD"))).contains("EUR");
        assertThat(DECLARED.common(List.of())).contains("EUR");
        assertThat(DECLARED.common(List.of("USD", "GBP"))).isEmpty();
    }

    @Test
    void shouldTakeTheOnlyCurrency_whenNoneIsDeclared() {
        assertThat(NONE.common(List.of("USD", "USD"))).contains("USD");
        assertThat(NONE.common(List.of("USD", "EUR"))).isEmpty();
        assertThat(NONE.common(List.of())).isEmpty();
    }
}
