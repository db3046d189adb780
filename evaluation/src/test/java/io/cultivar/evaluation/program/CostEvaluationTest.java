package io.cultivar.evaluation.program;

import static io.cultivar.evaluation.program.Figures.METRIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.Reason;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CostEvaluationTest {

    /** Four people took 1 hour and a half of a second together. */
    private static Figures timed() {
        return new Figures().attendance(4, 4, 0, 0, 0, 4, 3_600);
    }

    private static Known rate(String hourly) {
        return Known.of(hourly, Known.worth(METRIC, "10", "EUR"));
    }

    @Test
    void shouldSayThatThereIsNoCost() {
        // when
        Costs costs = new Figures().evaluate(rate("50")).costs();

        // then
        assertThat(costs.total()).isNull();
        assertThat(costs.byCategory()).isEmpty();
        assertThat(costs.emptyCategories()).containsExactly(CostCategory.values());
        assertThat(costs.reasons()).containsExactly(Reason.NO_COST);
    }

    @Test
    void shouldAddTheParticipantsTimeAtTheHourlyRate() {
        // when
        Costs costs = timed().attendance(0, 0, 0, 0, 0, 1, 1_800)
                .cost(CostCategory.FACILITATION, "EUR", "100.10")
                .evaluate(rate("50"))
                .costs();

        // then: 1.5 hours at 50
        assertThat(costs.participantTimeDerived()).isEqualTo(new BigDecimal("75"));
        assertThat(costs.total()).isEqualByComparingTo("175.1");
        assertThat(costs.byCategory().get(CostCategory.PARTICIPANT_TIME)).isEqualByComparingTo("75");
        assertThat(costs.emptyCategories())
                .doesNotContain(CostCategory.PARTICIPANT_TIME, CostCategory.FACILITATION)
                .hasSize(CostCategory.values().length - 2);
        assertThat(costs.reasons()).isEmpty();
        assertThat(costs.currency()).isEqualTo("EUR");
    }

    @Test
    void shouldTakeThePostedTimeInstead() {
        // when
        Costs costs = timed().cost(CostCategory.PARTICIPANT_TIME, "EUR", "7")
                .evaluate(rate("50"))
                .costs();

        // then
        assertThat(costs.participantTimeDerived()).isNull();
        assertThat(costs.total()).isEqualByComparingTo("7");
        assertThat(costs.reasons()).isEmpty();
    }

    @Test
    void shouldSayThatNoRateIsKnown() {
        // when
        Costs onlyTime =
                timed().evaluate(Known.of(Known.worth(METRIC, "10", "EUR"))).costs();
        Costs posted = timed().cost(CostCategory.TRAVEL, "EUR", "9")
                .evaluate(Known.NOTHING)
                .costs();

        // then
        assertThat(onlyTime.total()).isNull();
        assertThat(onlyTime.reasons()).containsExactly(Reason.NO_HOURLY_RATE, Reason.NO_COST);
        assertThat(posted.total()).isEqualByComparingTo("9");
        assertThat(posted.emptyCategories()).contains(CostCategory.PARTICIPANT_TIME);
        assertThat(posted.reasons()).containsExactly(Reason.NO_HOURLY_RATE);
    }

    @Test
    void shouldNotAddSeveralCurrencies() {
        // when
        Costs costs = new Figures()
                .cost(CostCategory.TRAVEL, "EUR", "9")
                .cost(CostCategory.TRAVEL, "USD", "9")
                .evaluate(Known.NOTHING)
                .costs();

        // then
        assertThat(costs.currency()).isNull();
        assertThat(costs.total()).isNull();
        assertThat(costs.byCategory()).isEmpty();
        assertThat(costs.items()).hasSize(2);
        assertThat(costs.reasons()).containsExactly(Reason.MIXED_CURRENCIES);
    }

    @Test
    void shouldAddUpByCategory() {
        // when
        Costs costs = new Figures()
                .cost(CostCategory.TRAVEL, "EUR", "9")
                .cost(CostCategory.DESIGN, "EUR", "20")
                .cost(CostCategory.TRAVEL, "EUR", "-1.5")
                .evaluate(Known.NOTHING)
                .costs();

        // then
        assertThat(costs.byCategory())
                .containsExactlyEntriesOf(new TreeMap<>(
                        Map.of(CostCategory.DESIGN, new BigDecimal("20"), CostCategory.TRAVEL, new BigDecimal("7.5"))));
        assertThat(costs.total()).isEqualByComparingTo("27.5");
        assertThat(costs.items())
                .extracting(item -> item.category())
                .containsExactly(CostCategory.DESIGN, CostCategory.TRAVEL);
    }
}
