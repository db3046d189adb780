package io.cultivar.evaluation.program;

import static io.cultivar.evaluation.program.Figures.METRIC;
import static io.cultivar.evaluation.sums.Cohort.CONTROL;
import static io.cultivar.evaluation.sums.Cohort.ENROLLED;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.Cap;
import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.Phase;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.evaluation.disclosure.Disclosure;
import io.cultivar.evaluation.sums.Cohort;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is missing, flat or zero: an absent number is absent, never NaN or infinite, and nothing throws. */
class DegenerateCasesTest {

    private static final List<String> SAMPLES = List.of(
            "",
            "5",
            "5 5",
            "5 7",
            "0 0",
            "-1e15 1e15",
            "1e-18 2e-18",
            "1 2 3 4 5 6 7 8 9 10 11 12",
            "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1e-18");

    private static final List<Known> DEFINITIONS = List.of(
            Known.NOTHING,
            Known.of(Known.intangible(METRIC)),
            Known.of("0", Known.worth(METRIC, "0", "EUR")),
            Known.of("50", Known.worth(METRIC, "1e15", "EUR")),
            Known.of(Known.worth(METRIC, "2", "EUR"))
                    .measuring(METRIC, Better.LOWER, new Cap(BigDecimal.ZERO, BigDecimal.TEN))
                    .planned("0.000001", 1),
            new Declared()
                    .isolated(METRIC, "10", "0.5", "0")
                    .retention("staying", null)
                    .discount("0")
                    .decaying()
                    .known(),
            new Declared()
                    .worth(METRIC, "10", "999999999999999", "EUR")
                    .retention("staying", "0")
                    .reporting("USD")
                    .rate("EUR", "1000000000")
                    .discount("10")
                    .known());

    private record Arms(String treatment, String control, boolean assigned) {}

    private static List<Arms> arms() {
        List<Arms> arms = new ArrayList<>();
        for (String treatment : SAMPLES) {
            for (String control : SAMPLES) {
                arms.add(new Arms(treatment, control, true));
            }
            arms.add(new Arms(treatment, "", false));
        }
        return arms;
    }

    @Test
    void shouldHoldNoNumberThatIsNone() throws Exception {
        int seen = 0;
        for (Arms arms : arms()) {
            for (Known known : DEFINITIONS) {
                for (String cost : new String[] {null, "0", "-3", "1e-18", "1e15"}) {
                    ProgramResult result = figures(arms, cost).evaluate(known);
                    assertFinite(Json.tree(Json.write(result)));
                    assertFinite(Json.tree(Json.write(new Disclosure(5).publish(result))));
                    seen++;
                }
            }
        }
        assertThat(seen).isEqualTo(90 * 7 * 5);
    }

    private static Figures figures(Arms arms, @Nullable String cost) {
        Figures figures = new Figures().attendance(0, 0, 0, 0, 0, 0, 0).attendance(1, 1, 0, 0, 0, 1, 1);
        addArm(figures, arms.assigned() ? TREATMENT : ENROLLED, arms.treatment());
        if (arms.assigned()) {
            figures.members(CONTROL, Design.RANDOMIZED, 2, 1);
            addArm(figures, CONTROL, arms.control());
        }
        if (cost != null) {
            figures.cost(CostCategory.DESIGN, "EUR", cost, cost.equals("-3") ? "1e15" : "0");
        }
        return figures;
    }

    /** The same numbers everywhere, as before-values against each after-value, money, scores and trend. */
    private static void addArm(Figures figures, Cohort cohort, String values) {
        String constant = values.replaceAll("[^ ]+", "3");
        figures.changes(METRIC, cohort, constant, values, Set.of("5", "1e15", "12"))
                .uncapped(METRIC, cohort, values, constant)
                .changes("other", cohort, values, values)
                .placebo(METRIC, cohort, values, constant)
                .money(cohort, values)
                .isolatedMoney(cohort, values)
                .salaries(cohort, "EUR", values)
                .scores("quiz", cohort, Phase.PRE, values)
                .gains("quiz", cohort, values, constant)
                .trend(METRIC, cohort, "2026-01", values)
                .members(cohort, Design.RANDOMIZED, values.isEmpty() ? 0 : values.split(" ").length + 1, 0);
        if (!values.isEmpty()) {
            figures.stay(cohort, 0, null, 1).stay(cohort, 0, 10L, cohort == CONTROL ? 1 : 2);
        }
    }

    private static void assertFinite(JsonNode node) {
        if (node.isNumber()) {
            assertThat(node.asDouble()).isFinite();
        } else if (node.isTextual()) {
            assertThat(node.asText()).isNotIn("NaN", "Infinity", "-Infinity");
        }
        node.forEach(DegenerateCasesTest::assertFinite);
    }
}
