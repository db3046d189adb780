package io.cultivar.evaluation.program;

import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Phase;
import io.cultivar.contract.result.AssessmentResult;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.Standardized;
import io.cultivar.contract.result.UtilityModel;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UtilityEvaluationTest {

    private static final MeanSalary SALARY = new MeanSalary(50_000.0, 9, null);

    private static AssessmentResult gain(@Nullable String assessment, long paired, double g) {
        return new AssessmentResult(
                assessment,
                assessment == null ? "excel" : null,
                Arm.TREATMENT,
                List.of(),
                paired,
                null,
                new Standardized(g, 0.1, g - 0.2, g + 0.2),
                null,
                null,
                null,
                null,
                null,
                Evidence.DESCRIPTIVE,
                List.of(),
                null);
    }

    private static Costs costs(@Nullable String total) {
        return new Costs(
                "EUR",
                total == null ? null : new BigDecimal(total),
                null,
                Map.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static Optional<UtilityModel> model(
            long completers, Costs costs, MeanSalary salary, String currency, AssessmentResult... gains) {
        var sums =
                new ProgramSums(Map.of(new Cell.Attendance("p"), Sums.ofCounts(completers, completers, 0, 0, 0, 0, 0)));
        return UtilityEvaluation.of(sums, new Findings(costs, List.of(), List.of(gains), null), salary, currency, 18);
    }

    @Test
    void shouldTakeTheGainOfMostPeople() {
        // when
        UtilityModel model = model(
                        12,
                        costs("7000"),
                        SALARY,
                        "EUR",
                        gain("exam", 8, 0.9),
                        gain("quiz", 10, 0.5),
                        gain(null, 30, 2))
                .orElseThrow();

        // then: 1.5 years x 12 people x .5 x 40 % of 50,000 - 7,000
        assertThat(model.effectSize()).isEqualTo(0.5);
        assertThat(model.gains()).isEqualTo(10);
        assertThat(model.salaries()).isEqualTo(9);
        assertThat(model.standardDeviationOfPay()).isCloseTo(20_000, within(1e-9));
        assertThat(model.value()).isCloseTo(173_000, within(1e-6));
    }

    @Test
    void shouldHaveNoModel_whenSomethingIsMissing() {
        AssessmentResult gain = gain("quiz", 10, 0.5);

        assertThat(model(0, costs("7000"), SALARY, "EUR", gain)).isEmpty();
        assertThat(model(12, costs(null), SALARY, "EUR", gain)).isEmpty();
        assertThat(model(12, costs("7000"), SALARY, "USD", gain)).isEmpty();
        assertThat(model(12, costs("7000"), SALARY, "EUR")).isEmpty();
        assertThat(model(12, costs("7000"), new MeanSalary(null, 0, Reason.NO_SALARY), "EUR", gain))
                .isEmpty();
    }

    @Test
    void shouldBeThereWithoutAnyReturn() {
        // given: a program with only learning data; the model waits for the paired g of the gain
        var result = new Figures()
                .attendance(6, 6, 0, 0, 0, 0, 0)
                .gains("quiz", TREATMENT, "0.1 0.2 0.3 0.2 0.1 0.2", "0.5 0.4 0.8 0.9 0.5 0.3")
                .scores("quiz", TREATMENT, Phase.PRE, "0.1 0.2 0.3 0.2 0.1 0.2")
                .salaries(TREATMENT, "EUR", "30000 30000 30000 30000 30000")
                .cost(CostCategory.DESIGN, "EUR", "100")
                .evaluate(new Declared().intangible("mood").known());

        // then
        assertThat(result.returns().figures()).isNull();
        assertThat(result.returns().reasons()).containsExactly(Reason.NO_MONETARY_OUTCOME);
        boolean known = result.assessments().get(0).hedgesG() != null;
        assertThat(result.returns().utility() != null).isEqualTo(known);
    }
}
