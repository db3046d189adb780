package io.cultivar.metricsapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every table can be kept: its rows are told apart by what they are about. */
class NaturalKeyTest {

    @ParameterizedTest
    @EnumSource
    void shouldBeMadeOfFieldsOfTheRow(Dataset dataset) {
        assertThat(Property.of(dataset.row())).extracting(Property::name).containsAll(NaturalKey.fields(dataset));
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellAllRowsApart(Dataset dataset) {
        // given
        List<JsonNode> rows = dataset.read(SamplePrograms.snapshot(), new Filter(Map.of())).data().stream()
                .<JsonNode>map(Json.shared()::valueToTree)
                .toList();

        // then
        assertThat(rows).isNotEmpty();
        assertThat(rows).extracting(row -> NaturalKey.of(dataset, row)).doesNotHaveDuplicates();
    }

    /** A number in a key would make another row of each correction. */
    @ParameterizedTest
    @EnumSource
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
        assertThat(withheld).isNotEmpty();
        assertThat(open).containsAll(withheld);
    }

    private static List<JsonNode> keys(Dataset dataset, Snapshot snapshot) {
        return dataset.read(snapshot, new Filter(Map.of())).data().stream()
                .<JsonNode>map(row -> NaturalKey.of(dataset, Json.shared().valueToTree(row))
                        // Withholding takes every number; publication leaves those that say what a cell is about.
                        .without("elapsed"))
                .toList();
    }
}
