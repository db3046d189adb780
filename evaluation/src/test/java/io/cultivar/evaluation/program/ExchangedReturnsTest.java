package io.cultivar.evaluation.program;

import static io.cultivar.evaluation.program.Figures.METRIC;
import static io.cultivar.evaluation.sums.Cohort.CONTROL;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Reason;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Costs and values in several currencies. */
class ExchangedReturnsTest {

    private static Figures figures() {
        return new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 2, 0)
                .members(CONTROL, Design.RANDOMIZED, 2, 0)
                .money(TREATMENT, "100 140")
                .money(CONTROL, "10 30");
    }

    private static Declared euros() {
        return new Declared().worth(METRIC, "10", "0", "EUR");
    }

    @Test
    void shouldConvertCostsExactly() {
        // when
        ProgramResult result = figures()
                .cost(CostCategory.DESIGN, "USD", "100", "30")
                .cost(CostCategory.TRAVEL, "EUR", "10.5", "36")
                .evaluate(euros().reporting("EUR").rate("USD", "0.9").known());

        // then: the error is the root of 27^2 + 36^2
        Costs costs = result.costs();
        assertThat(costs.currency()).isEqualTo("EUR");
        assertThat(costs.total()).isEqualByComparingTo("100.5");
        assertThat(costs.byCategory().get(CostCategory.DESIGN)).isEqualByComparingTo("90");
        assertThat(costs.standardError()).isCloseTo(45, within(1e-9));
        assertThat(costs.items()).extracting(item -> item.currency()).containsExactly("USD", "EUR");
        assertThat(costs.completeness()).isCloseTo(2 / 14.0, within(1e-12));
        assertThat(costs.reasons()).isEmpty();
        assertThat(Objects.requireNonNull(result.returns().netBenefit()).value())
                .isCloseTo(200 - 100.5, within(1e-9));
    }

    @Test
    void shouldNotConvertWithoutARate() {
        // when
        ProgramResult result = figures()
                .cost(CostCategory.DESIGN, "USD", "100", "30")
                .cost(CostCategory.TRAVEL, "GBP", "10")
                .evaluate(euros().reporting("EUR").rate("USD", "0.9").known());

        // then
        assertThat(result.costs().total()).isNull();
        assertThat(result.costs().standardError()).isNull();
        assertThat(result.costs().currency()).isNull();
        assertThat(result.costs().reasons()).containsExactly(Reason.MIXED_CURRENCIES);
        assertThat(result.returns().roi()).isNull();
        assertThat(result.returns().benefit()).isNotNull();
        assertThat(result.returns().reasons()).containsExactly(Reason.MIXED_CURRENCIES);
    }

    @Test
    void shouldKeepTheCostSheet_whenOnlyTheValuesAreInAnotherCurrency() {
        // when
        ProgramResult result = figures()
                .attendance(2, 2, 0, 0, 0, 2, 3_600)
                .cost(CostCategory.DESIGN, "USD", "100")
                .evaluate(euros().hour("40").known());

        // then: the hour is in the costs' currency
        assertThat(result.costs().currency()).isEqualTo("USD");
        assertThat(result.costs().total()).isEqualByComparingTo("140");
        assertThat(result.costs().reasons()).isEmpty();
        assertThat(result.returns().roi()).isNull();
        assertThat(result.returns().reasons()).containsExactly(Reason.MIXED_CURRENCIES);
    }

    @Test
    void shouldHaveNoReturn_whenAValueHasNoRate() {
        // when
        ProgramResult result = figures()
                .cost(CostCategory.DESIGN, "EUR", "100")
                .evaluate(
                        euros().worth("calls", "1", "0", "GBP").reporting("EUR").known());

        // then
        assertThat(result.costs().total()).isEqualByComparingTo("100");
        assertThat(result.returns().figures()).isNull();
        assertThat(result.returns().reasons()).containsExactly(Reason.MIXED_CURRENCIES);
    }
}
