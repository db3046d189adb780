package io.cultivar.metricsapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.metricsapi.exposition.Exposition;
import io.cultivar.metricsapi.published.SampleCompany;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.SampleSources;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.published.Withholding;
import io.cultivar.metricsapi.tables.Dataset;
import io.cultivar.metricsapi.tables.Filter;
import io.cultivar.metricsapi.tables.SuppressedCells;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where everything is withheld, nothing that is told by it is a number. */
class WithheldTest {

    /** Numbers that are definitions, or say how much is withheld; none of them tells about a person. */
    private static final Set<String> DEFINITIONS =
            Set.of("eligible", "horizonDays", "required", "cells", "programs", "periods");

    /** What is told about the pipeline, the providers and the judgements on them. */
    private static final Set<Dataset> NOT_ABOUT_PEOPLE =
            Set.of(Dataset.DATA_QUALITY, Dataset.PROVIDERS, Dataset.SOURCING, Dataset.PORTFOLIO, Dataset.RESTATEMENTS);

    private static final ProgramResult WINNER = Withholding.redacted(SamplePrograms.winner());
    private static final CompanyResult COMPANY = Withholding.redacted(SampleCompany.company());

    /** An adjusted p-value of the withheld effect, which must not slip through beside it. */
    private static final PortfolioResult PORTFOLIO = new PortfolioResult(
            SamplePrograms.AS_OF,
            List.of(),
            SampleCompany.portfolio().primaryEffects(),
            List.of(),
            List.of(),
            Map.of());

    private static final Snapshot NOTHING_SHOWN = SamplePrograms.snapshot(List.of(WINNER), COMPANY, PORTFOLIO);

    @Test
    void shouldHaveMarkedEverything() {
        assertThat(SuppressedCells.of(NOTHING_SHOWN))
                .filteredOn(suppressed -> suppressed.reason().id().equals("small-group"))
                .allMatch(suppressed -> suppressed.cells() > 0);
    }

    @ParameterizedTest
    @EnumSource
    void shouldAnswerNoNumberThatIsWithheld(Dataset dataset) throws Exception {
        JsonNode rows = Json.tree(Json.write(dataset.rows(NOTHING_SHOWN, Filter.ALL)));

        if (!NOT_ABOUT_PEOPLE.contains(dataset)) {
            assertThat(numbers(rows)).isSubsetOf(DEFINITIONS);
        }
        assertThat(rows.findValues("decision")).isEmpty();
        assertThat(rows.findValues("evidence")).isEmpty();
        assertThat(rows.findValues("p")).isEmpty();
    }

    @Test
    void shouldExposeNoSeriesOfWhatIsWithheld() {
        assertNothingShown(NOTHING_SHOWN);
    }

    @Test
    void shouldExposeNoSeriesOfWhatIsMarkedEvenWhereTheFiguresAreStillThere() {
        assertNothingShown(SamplePrograms.snapshot(
                List.of(Withholding.marked(SamplePrograms.winner())),
                Withholding.marked(SampleCompany.company()),
                PORTFOLIO));
    }

    @Test
    void shouldShowNoFigureOnThePage() throws Exception {
        try (var api = new ApiUnderTest(SampleSources.source(NOTHING_SHOWN))) {
            assertThat(api.get("/").body().replace('\u00a0', ' '))
                    .contains("<td>Withheld: too few people stand behind it to be shown.</td>")
                    .doesNotContain("140 %", "65 %", "Expand</td>", "<td class=\"number\">18</td>");
        }
    }

    private static void assertNothingShown(Snapshot snapshot) {
        String text = Exposition.of(SampleSources.source(snapshot));

        assertThat(text.lines().filter(line -> line.contains("program=\"")))
                .allMatch(line ->
                        line.startsWith("training_program_info{") || line.startsWith("training_eligible_employees{"));
        assertThat(text).doesNotContain("training_workforce", "training_skill", "theme=", "training_effect");
    }

    private static List<String> numbers(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.properties().forEach(field -> {
            if (field.getValue().isNumber()) {
                names.add(field.getKey());
            }
            names.addAll(numbers(field.getValue()));
        });
        node.elements().forEachRemaining(element -> {
            if (node.isArray()) {
                names.addAll(numbers(element));
            }
        });
        return names;
    }
}
