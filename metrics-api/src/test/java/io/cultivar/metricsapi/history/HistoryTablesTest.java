package io.cultivar.metricsapi.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.SkillGap;
import io.cultivar.metricsapi.about.Methods;
import io.cultivar.metricsapi.exposition.Exposition;
import io.cultivar.metricsapi.published.SampleCompany;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.SampleSources;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.published.Withholding;
import io.cultivar.metricsapi.tables.Dataset;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryTablesTest {

    /** Byte by byte what REST answers, but for what people said in their own words. */
    @ParameterizedTest
    @MethodSource("io.cultivar.metricsapi.history.NaturalKeyTest#kept")
    void shouldHoldWhatRestAnswers(Dataset dataset) throws Exception {
        // given
        Snapshot snapshot = SamplePrograms.snapshot();
        List<String> answered = new ArrayList<>();
        for (Record row : HistoryTables.rows(dataset, snapshot)) {
            ObjectNode json = (ObjectNode) Json.tree(Json.write(row));
            json.remove("quotes");
            answered.add(new String(Json.write(json), StandardCharsets.UTF_8));
        }

        // when
        List<PublishedTable> tables = HistoryTables.of(snapshot);

        // then
        assertThat(tables)
                .filteredOn(table -> table.name().equals(dataset.fileName()))
                .singleElement()
                .satisfies(table -> assertThat(table.rows())
                        .extracting(PublishedTable.Row::content)
                        .containsExactlyElementsOf(answered));
    }

    @Test
    void shouldKeepNobodysWords() {
        assertThat(SamplePrograms.winner().feedback().get(0).quotes()).containsExactly("Good & useful");
        assertThat(HistoryTables.of(SamplePrograms.snapshot()).toString())
                .contains("satisfaction")
                .doesNotContain("Good & useful");
    }

    @Test
    void shouldBeEmptyUntilAllHasBeenRead() {
        assertThat(HistoryTables.newest(SampleSources.notReady(), Exposition.BUILD))
                .isEmpty();
    }

    @Test
    void shouldSayWhatItIs() {
        // given
        Snapshot snapshot = SamplePrograms.snapshot();

        // when
        Publication publication = HistoryTables.newest(SampleSources.source(snapshot), Exposition.BUILD)
                .orElseThrow();

        // then
        assertThat(publication)
                .usingRecursiveComparison()
                .ignoringFields("tables")
                .isEqualTo(new Publication(
                        "0123456789abcdef",
                        "1.2.3",
                        Methods.VERSION,
                        SamplePrograms.AS_OF,
                        SamplePrograms.PUBLISHED,
                        SamplePrograms.CURRENT,
                        List::of));
        assertThat(publication.tables().get())
                .hasSameSizeAs(NaturalKeyTest.kept().toList());
    }

    /** A single character of a single name must not keep everything else out of the database. */
    @Test
    void shouldReplaceTheOneCharacterThatPostgreSqlCannotHold() {
        // given
        CompanyResult company = withSkill("a\u0000b \\u0000 \\\u0000");

        // when
        HistoryConfig database = SampleDatabase.of(SamplePrograms.snapshot(List.of(), company, null));

        // then
        assertThat(EmbeddedPostgreSql.value(database, "SELECT skill FROM cultivar.skill_gaps"))
                .isEqualTo("a\ufffdb \\u0000 \\\ufffd");
        assertThat(EmbeddedPostgreSql.value(
                        database,
                        "SELECT row_key ->> 'skill' FROM cultivar.published_row WHERE dataset = 'skills-gaps'"))
                .isEqualTo("a\ufffdb \\u0000 \\\ufffd");
    }

    /** What becomes withheld is gone, not only marked. */
    @Test
    void shouldForgetWhatIsNowWithheld() throws Exception {
        // given
        Snapshot before = SamplePrograms.snapshot(List.of(SamplePrograms.winner()));
        Snapshot after = SamplePrograms.snapshot(
                List.of(Withholding.redacted(SamplePrograms.winner())),
                Withholding.redacted(SampleCompany.company()),
                SampleCompany.portfolio());

        // when
        HistoryConfig database = SampleDatabase.of(before, after);

        // then: there is nothing but what the second publishes, and what the log says about the change
        List<JsonNode> kept = new ArrayList<>();
        for (Map<String, ?> row : EmbeddedPostgreSql.query(
                database,
                "SELECT content::text AS content FROM cultivar.published_row WHERE dataset <> 'restatements'")) {
            kept.add(Json.tree(String.valueOf(row.get("content")).getBytes(StandardCharsets.UTF_8)));
        }
        List<JsonNode> published = new ArrayList<>();
        for (PublishedTable table :
                HistoryTables.of(after).stream().filter(each -> !each.log()).toList()) {
            for (PublishedTable.Row row : table.rows()) {
                published.add(Json.tree(row.content().getBytes(StandardCharsets.UTF_8)));
            }
        }
        assertThat(kept).containsExactlyInAnyOrderElementsOf(published);
        assertThat(EmbeddedPostgreSql.query(
                        database, "SELECT FROM cultivar.effects WHERE withheld IS NULL OR effect IS NOT NULL"))
                .isEmpty();
        assertThat(EmbeddedPostgreSql.query(database, "SELECT FROM cultivar.effects"))
                .hasSize(1);
    }

    private static CompanyResult withSkill(String skill) {
        return new CompanyResult(
                SamplePrograms.AS_OF,
                List.of(),
                List.of(new SkillGap(skill, "sales", new BigDecimal("4"), 40L, 30L, 3.0, 1.2, 18L, null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                0);
    }
}
