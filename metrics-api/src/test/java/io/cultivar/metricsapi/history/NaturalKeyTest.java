package io.cultivar.metricsapi.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.metricsapi.published.SampleCompany;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.published.Withholding;
import io.cultivar.metricsapi.tables.Dataset;
import io.cultivar.metricsapi.tables.Property;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every table can be kept: its rows are told apart by what they are about. */
class NaturalKeyTest {

    static Stream<Dataset> kept() {
        return Arrays.stream(Dataset.values()).filter(HistoryTables::keeps);
    }

    @Test
    void shouldLeaveOutOnlyWhatOthersHave() {
        assertThat(Dataset.values())
                .filteredOn(dataset -> !HistoryTables.keeps(dataset))
                .containsExactly(Dataset.CURVE_POINTS, Dataset.COST_GROUPS, Dataset.TREND_DIFFERENCES);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void shouldBeMadeOfFieldsOfTheRow(Dataset dataset) {
        assertThat(Property.of(dataset.row()))
                .extracting(Property::name)
                .containsAll(NaturalKey.fields(dataset).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("kept")
    void shouldTellAllRowsApart(Dataset dataset) {
        // given
        List<JsonNode> rows = HistoryTables.rows(dataset, SamplePrograms.snapshot()).stream()
                .<JsonNode>map(Json.shared()::valueToTree)
                .toList();

        // then
        assertThat(rows).isNotEmpty();
        assertThat(rows).extracting(row -> NaturalKey.of(dataset, row)).doesNotHaveDuplicates();
    }

    /** A number in a key would make another row of each correction. */
    @ParameterizedTest
    @MethodSource("kept")
    void shouldStayWhenNumbersAreWithheld(Dataset dataset) {
        // given
        List<JsonNode> open = keys(dataset, SamplePrograms.snapshot(List.of(SamplePrograms.winner())));
        List<JsonNode> withheld = keys(
                dataset,
                SamplePrograms.snapshot(
                        List.of(Withholding.redacted(SamplePrograms.winner())),
                        Withholding.redacted(SampleCompany.company()),
                        SampleCompany.portfolio()));

        // then
        assertThat(open).isNotEmpty().containsAll(withheld);
    }

    private static List<JsonNode> keys(Dataset dataset, Snapshot snapshot) {
        return HistoryTables.rows(dataset, snapshot).stream()
                .<JsonNode>map(row -> NaturalKey.of(dataset, Json.shared().valueToTree(row))
                        // Withholding takes every number; publication leaves those that say what a cell is about.
                        .without("elapsed"))
                .toList();
    }
}
