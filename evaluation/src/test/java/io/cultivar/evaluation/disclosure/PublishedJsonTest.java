package io.cultivar.evaluation.disclosure;

import static io.cultivar.evaluation.disclosure.EveryCell.KNOWN;
import static io.cultivar.evaluation.disclosure.EveryCell.everywhere;
import static io.cultivar.evaluation.disclosure.EveryCell.ramp;
import static io.cultivar.evaluation.disclosure.EveryCell.steady;
import static io.cultivar.evaluation.program.Figures.METRIC;
import static io.cultivar.evaluation.sums.Cohort.CONTROL;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.Phase;
import io.cultivar.contract.event.Respondent;
import io.cultivar.contract.result.ProgramResult;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON of what is published, walked from top to bottom. */
class PublishedJsonTest {

    private static final Set<String> COUNTS = Set.of(
            "employees",
            "assigned",
            "measured",
            "pending",
            "missing",
            "paired",
            "assessed",
            "followed",
            "retained",
            "people",
            "responses",
            "rated",
            "recommending",
            "asked",
            "applying",
            "attempts",
            "judged",
            "passed",
            "followedUp",
            "controls");

    /** Which cell it is, what money was posted, and cells of their own. */
    private static final Set<String> NO_NUMBERS_OF_THE_CELL =
            Set.of("horizonDays", "horizonMonths", "definition", "items", "phases");

    private static JsonNode published(Disclosure disclosure, ProgramResult result) throws Exception {
        return Json.tree(Json.write(disclosure.publish(result)));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 20})
    void shouldLeaveNoSmallCountAndNoNumberInAWithheldCell(int minimumGroup) throws Exception {
        var disclosure = new Disclosure(minimumGroup);
        for (int treated : new int[] {0, 1, 4, 5, 6, 9, 10, 19, 20, 40}) {
            for (int controls : new int[] {0, 4, 9, 10, 40}) {
                ProgramResult whole = everywhere(treated, controls).evaluate(KNOWN);
                assertSafe(published(disclosure, whole), minimumGroup);
                ProgramResult parts = everywhere(treated, controls)
                        .members(TREATMENT, Design.RANDOMIZED, 3, 1)
                        .members(CONTROL, Design.RANDOMIZED, 6, 1)
                        .pending(METRIC, CONTROL, 6)
                        .stay(TREATMENT, 0, 10L, 7)
                        .certification(3, 0)
                        .leadTime(2, 9)
                        .responses(Respondent.MANAGER, 8, 8, 30, 3, 20, 1, 1, 8, 6, 4, 4, 3, 4, 3)
                        .theme(Respondent.LEARNER, "room", 6, 6)
                        .theme(Respondent.MANAGER, "room", 8, 4)
                        .scoreChanges("quiz", TREATMENT, Phase.POST, Phase.FOLLOW_UP, steady(3), ramp(3))
                        .evaluate(KNOWN);
                assertSafe(published(disclosure, parts), minimumGroup);
            }
        }
    }

    private static void assertSafe(JsonNode node, int minimumGroup) {
        node.properties().forEach(field -> {
            long count = field.getValue().asLong();
            if (COUNTS.contains(field.getKey()) && count != 0) {
                assertThat(count).as("%s in %s", field.getKey(), node).isGreaterThanOrEqualTo(minimumGroup);
            }
        });
        if (node.hasNonNull("withheld")) {
            assertNoNumbers(node, node);
        }
        node.forEach(child -> assertSafe(child, minimumGroup));
    }

    private static void assertNoNumbers(JsonNode node, JsonNode cell) {
        assertThat(node.isNumber()).as("a number in %s", cell).isFalse();
        node.properties().stream()
                .filter(field -> !NO_NUMBERS_OF_THE_CELL.contains(field.getKey()))
                .forEach(field -> assertNoNumbers(field.getValue(), cell));
        if (node.isArray()) {
            node.forEach(element -> assertNoNumbers(element, cell));
        }
    }
}
