package io.cultivar.evaluation.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.ProgramOutcome;
import io.cultivar.evaluation.program.Known;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MoneyValueTest {

    private static final MetricDefined SALES = Known.metric("P1M", Better.HIGHER);
    private static final MetricDefined ERRORS = Known.metric("P1Y", Better.LOWER);

    private static Optional<MoneyValue> value(Map<String, MetricDefined> metrics, ProgramOutcome... outcomes) {
        return MoneyValue.of(Known.program("P12M", null, outcomes), new Known(null, metrics));
    }

    @Test
    void shouldValueAChangeOverTheHorizon() {
        // a monthly metric counts twelve times in a year, a yearly one once; fewer errors are worth something
        assertThat(value(
                        Map.of("sales", SALES, "errors", ERRORS),
                        Known.worth("sales", "10", "EUR"),
                        Known.intangible("mood"),
                        Known.worth("errors", "500", "EUR")))
                .contains(new MoneyValue(
                        "EUR", Map.of("sales", new BigDecimal("120"), "errors", new BigDecimal("-500"))));
    }

    @Test
    void shouldAddAllOutcomesOfAPersonToOneTotal() {
        // given
        MoneyValue value = value(
                        Map.of("sales", SALES, "errors", ERRORS),
                        Known.worth("sales", "10", "EUR"),
                        Known.worth("errors", "500", "EUR"))
                .orElseThrow();

        // when
        Optional<BigDecimal> total =
                value.total(Map.of("sales", new BigDecimal("2.5"), "errors", new BigDecimal("-3")));
        Optional<BigDecimal> incomplete = value.total(Map.of("sales", new BigDecimal("2.5")));

        // then: 120 x 2.5 + 500 x 3
        assertThat(total.orElseThrow()).isEqualByComparingTo("1800");
        assertThat(incomplete).isEmpty();
    }

    @Test
    void shouldHaveNoValue_whenSomethingIsMissing() {
        assertThat(value(Map.of())).isEmpty();
        assertThat(value(Map.of("sales", SALES), Known.intangible("sales"))).isEmpty();
        assertThat(value(Map.of(), Known.worth("sales", "10", "EUR"))).isEmpty();
        assertThat(value(
                        Map.of("sales", SALES, "errors", ERRORS),
                        Known.worth("sales", "10", "EUR"),
                        Known.worth("errors", "1", "USD")))
                .isEmpty();
    }
}
