package io.cultivar.evaluation.program;

import static io.cultivar.evaluation.program.Figures.METRIC;
import static io.cultivar.evaluation.sums.Cohort.CONTROL;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.ReturnFigures;
import io.cultivar.contract.result.Returns;
import java.util.Objects;
import org.assertj.core.api.RecursiveComparisonAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scenario from the published figures is what the evaluation finds under a changed definition. */
class ReturnScenarioTest {

    private static final ScenarioAssumptions NONE = ScenarioAssumptions.NONE;

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    /** Changes and money of a metric worth this much a unit; in a year 18 of 20 treated and 10 of 20 controls stay. */
    private static Figures figures(int unitValue, String cost, String error) {
        int each = 12 * unitValue;
        return new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 20, 0)
                .members(CONTROL, Design.RANDOMIZED, 20, 0)
                .changes(METRIC, TREATMENT, "1 1 1 1", "4 6 5 9")
                .changes(METRIC, CONTROL, "1 1 1", "2 3 1")
                .money(TREATMENT, 3 * each + " " + 5 * each + " " + 4 * each + " " + 8 * each)
                .money(CONTROL, each + " " + 2 * each + " 0")
                .stay(TREATMENT, 0, null, 18)
                .stay(TREATMENT, 0, 100L, 2)
                .stay(CONTROL, 0, null, 10)
                .stay(CONTROL, 0, 200L, 10)
                .salaries(TREATMENT, "EUR", "30000 50000")
                .cost(CostCategory.DESIGN, "EUR", cost, error);
    }

    private static Declared declared(int unitValue, String error) {
        return new Declared().worth(METRIC, "" + unitValue, error, "EUR");
    }

    private static Returns base(ScenarioAssumptions assumed) {
        return ReturnScenario.of(
                figures(10, "500", "60")
                        .evaluate(declared(10, "2")
                                .retention("staying", "100")
                                .discount("0.05")
                                .known()),
                assumed);
    }

    private static Returns otherwise(Figures figures, Declared declared) {
        return figures.evaluate(declared.known()).returns();
    }

    private static RecursiveComparisonAssert<?> assertFigures(Returns found) {
        return assertThat(found)
                .usingRecursiveComparison()
                .withComparatorForType(
                        (one, two) -> Math.abs(one - two) <= 1e-9 * (1 + Math.abs(two)) ? 0 : 1, Double.class);
    }

    @Test
    void shouldBeTheSame_whenNothingIsAssumedOtherwise() {
        assertFigures(base(NONE))
                .isEqualTo(otherwise(
                        figures(10, "500", "60"),
                        declared(10, "2").retention("staying", "100").discount("0.05")));
    }

    @Test
    void shouldScaleUnitValues() {
        assertFigures(base(new ScenarioAssumptions(3.0, null, null, null, null, null, null)))
                .isEqualTo(otherwise(
                        figures(30, "500", "60"),
                        declared(30, "6").retention("staying", "100").discount("0.05")));
    }

    @Test
    void shouldTakeAnotherCostPerLeaver() {
        assertFigures(base(new ScenarioAssumptions(null, null, 700.0, null, null, null, null)))
                .isEqualTo(otherwise(
                        figures(10, "500", "60"),
                        declared(10, "2").retention("staying", "700").discount("0.05")));
    }

    @Test
    void shouldTakeAShareOfTheMeanSalaryPerLeaver() {
        // 15 % of 40,000
        assertFigures(base(new ScenarioAssumptions(null, 0.15, 1.0, null, null, null, null)))
                .isEqualTo(otherwise(
                        figures(10, "500", "60"),
                        declared(10, "2").retention("staying", "6000").discount("0.05")));
    }

    @Test
    void shouldScaleTheCost() {
        assertFigures(base(new ScenarioAssumptions(null, null, null, 0.5, null, null, null)))
                .isEqualTo(otherwise(
                        figures(10, "250", "30"),
                        declared(10, "2").retention("staying", "100").discount("0.05")));
    }

    @Test
    void shouldDiscountAndDecayOtherwise() {
        assertFigures(base(new ScenarioAssumptions(null, null, null, null, null, 0.2, true)))
                .isEqualTo(otherwise(
                        figures(10, "500", "60"),
                        declared(10, "2")
                                .retention("staying", "100")
                                .discount("0.2")
                                .decaying()));
    }

    @Test
    void shouldTakeDecayBack() {
        // given
        var decayed =
                figures(10, "500", "60").evaluate(declared(10, "2").decaying().known());

        // then
        assertFigures(ReturnScenario.of(decayed, new ScenarioAssumptions(null, null, null, null, null, null, false)))
                .isEqualTo(otherwise(figures(10, "500", "60"), declared(10, "2")));
    }

    @Test
    void shouldStretchTheHorizonOfOutcomesOnly() {
        // when
        Returns longer = base(new ScenarioAssumptions(null, null, null, null, 24.0, null, null));

        // then: 2 x 1920 from the outcome, 8 x 100 from those who stayed
        ReturnFigures figures = there(longer.figures());
        assertThat(figures.benefit().value()).isEqualTo(2 * 1_920 + 800);
        assertThat(longer.horizonMonths()).isEqualTo(24);
        assertThat(longer.reasons()).containsExactly(Reason.DECLARED_HORIZON);
    }

    @Test
    void shouldSayThatNoSalaryIsKnown() {
        // given
        var result = new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 2, 0)
                .members(CONTROL, Design.RANDOMIZED, 2, 0)
                .stay(TREATMENT, 0, null, 18)
                .stay(CONTROL, 0, null, 10)
                .stay(CONTROL, 0, 200L, 10)
                .evaluate(new Declared().retention("staying", "100").known());

        // when
        Returns found = ReturnScenario.of(result, new ScenarioAssumptions(null, 0.15, null, null, null, null, null));

        // then
        assertThat(found.reasons()).contains(Reason.NO_SALARY);
        assertThat(found.benefit()).isEqualTo(result.returns().benefit());
    }

    @Test
    void shouldFindReasonsAnew() {
        // when
        Returns costly = base(new ScenarioAssumptions(null, null, null, 100.0, null, null, null));
        Returns free = base(new ScenarioAssumptions(null, null, null, 0.0, null, null, null));

        // then
        assertThat(costly.reasons()).containsExactly(Reason.NO_PAYBACK);
        assertThat(there(costly.netBenefit())).extracting(Bounded::value).isEqualTo(2_720.0 - 50_000);
        assertThat(free.reasons()).containsExactly(Reason.COST_NOT_POSITIVE);
        assertThat(free.roi()).isNull();
    }

    @Test
    void shouldChangeNothing_whenThereAreNoFigures() {
        var result = new Figures().attendance(1, 0, 0, 0, 0, 0, 0).evaluate(Known.NOTHING);

        assertThat(ReturnScenario.of(result, new ScenarioAssumptions(2.0, null, null, null, null, null, null)))
                .isEqualTo(result.returns());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e10})
    void shouldRefuseWhatIsOutOfRange(double value) {
        assertThatThrownBy(() -> new ScenarioAssumptions(null, null, null, value, null, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("costFactor");
        assertThatThrownBy(() -> new ScenarioAssumptions(null, null, null, null, value, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("horizonMonths");
    }

    @Test
    void shouldRefuseNoHorizon() {
        assertThatThrownBy(() -> new ScenarioAssumptions(null, null, null, null, 0.0, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
