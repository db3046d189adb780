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
import io.cultivar.contract.event.LeavingKind;
import io.cultivar.contract.event.Phase;
import io.cultivar.contract.event.Respondent;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.ReturnFigures;
import io.cultivar.contract.result.ReturnsBasis;
import io.cultivar.evaluation.company.CompanyEvaluation;
import io.cultivar.evaluation.disclosure.Disclosure;
import io.cultivar.evaluation.portfolio.PortfolioEvaluation;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import io.cultivar.evaluation.sums.PersonPanel;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

    /** Everything at an end of its range. */
    private static final ScenarioAssumptions EXTREME = new ScenarioAssumptions(0.0, 1e9, 0.0, 0.0, 1_200.0, 10.0, true);

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
                    assertFinite(result);
                    assertFinite(new Disclosure(5).publish(result));
                    assertFinite(PortfolioEvaluation.of(List.of(result), null, Figures.AS_OF));
                    assertFinite(ReturnScenario.of(result, EXTREME));
                    seen++;
                }
            }
        }
        assertThat(seen).isEqualTo(90 * 7 * 5);
    }

    private static Figures figures(Arms arms, @Nullable String cost) {
        Figures figures = new Figures()
                .attendance(0, 0, 0, 0, 0, 0, 0)
                .attendance(1, 1, 0, 0, 0, 1, 1)
                .certification(1, 0)
                .leadTime(1, 0)
                .responses(Respondent.MANAGER, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0)
                .theme(Respondent.MANAGER, "pace", 1, 1);
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
            addRollout(
                    figures,
                    cohort,
                    Arrays.stream(values.split(" ")).map(BigDecimal::new).toList());
            figures.stay(cohort, 0, null, 1).stay(cohort, 0, 10L, cohort == CONTROL ? 1 : 2);
        }
    }

    /** Two cohorts of treated, and controls whose turn never comes, over three months. */
    private static void addRollout(Figures figures, Cohort cohort, List<BigDecimal> values) {
        for (int i = 0; i < values.size(); i++) {
            Integer start = cohort == CONTROL ? null : Integer.valueOf(1 + i % 2);
            BigDecimal value = values.get(i);
            figures.add(new Cell.Starts(Figures.PROGRAM, cohort, start), Sums.ofCounts(1))
                    .add(
                            new Cell.Panel(Figures.PROGRAM, METRIC, cohort, start, 0, 3),
                            PersonPanel.of(List.of(BigDecimal.ONE, value, value.add(BigDecimal.ONE)), true));
        }
    }

    @Test
    void shouldReachWhatIsLessCommon() {
        // A degenerate case of something that is never evaluated would show nothing.
        List<ProgramResult> results = new ArrayList<>();
        arms().forEach(arms -> DEFINITIONS.forEach(known -> results.add(
                figures(arms, "-3").cost(CostCategory.TRAVEL, "EUR", "4e15").evaluate(known))));

        assertThat(results).anyMatch(result -> result.staggered().stream().anyMatch(found -> found.simple() != null));
        assertThat(results).anyMatch(result -> !result.feedback().isEmpty());
        assertThat(figuresOf(results)).anyMatch(found -> found.turnover() != null);
        assertThat(figuresOf(results))
                .anyMatch(found -> found.cost() != null && found.cost().lower() != null);
        assertThat(figuresOf(results)).anyMatch(found -> found.netPresentValue() != null);
        assertThat(results).anyMatch(result -> result.returns().basis() == ReturnsBasis.ISOLATION_ESTIMATE);
        assertThat(results).anyMatch(result -> result.returns().utility() != null);
    }

    private static List<ReturnFigures> figuresOf(List<ProgramResult> results) {
        return results.stream()
                .flatMap(result -> Stream.ofNullable(result.returns().figures()))
                .toList();
    }

    @Test
    void shouldHoldNoNumberThatIsNone_aboutTheCompany() throws Exception {
        Map<Cell, Sums> cells = Map.of(
                // hired and gone on one day; hired after the day that is looked at; nobody left at risk
                new Cell.Tenure(999, 999L, LeavingKind.VOLUNTARY), Sums.ofCounts(3),
                new Cell.Tenure(5_000, null, null), Sums.ofCounts(1),
                // a requirement of a group without people, and one of people without a level
                new Cell.SkillRequirement("excel", "east"), Sums.of(BigDecimal.ONE, new BigDecimal("1e15")),
                new Cell.SkillRequirement("excel", "west"), Sums.ofCounts(1, 0),
                new Cell.GroupMembers("west"), Sums.ofCounts(1),
                new Cell.SharedPeople("a", "b"), Sums.ofCounts(1));

        for (Map<Cell, Sums> some : List.of(Map.<Cell, Sums>of(), cells)) {
            CompanyResult exact = CompanyEvaluation.of(some, Figures.AS_OF);
            assertFinite(exact);
            assertFinite(new Disclosure(5).publish(exact));
        }
    }

    private static void assertFinite(Record result) throws Exception {
        assertFinite(Json.tree(Json.write(result)));
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
