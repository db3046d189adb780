package io.cultivar.metricsapi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.metricsapi.ApiUnderTest;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.SampleSources;
import io.cultivar.metricsapi.tables.Dataset;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormatsTest {

    private static final CSVFormat WITH_HEADER =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private ApiUnderTest api;
    private ApiUnderTest empty;

    @BeforeAll
    void start() {
        api = new ApiUnderTest(SampleSources.source(SamplePrograms.snapshot()));
        empty = new ApiUnderTest(SampleSources.source(SamplePrograms.snapshot(List.of(), null, null)));
    }

    @AfterAll
    void stop() {
        api.close();
        empty.close();
    }

    @ParameterizedTest
    @EnumSource
    void shouldWriteEveryValueOfEveryRowAsCsv(Dataset dataset) throws Exception {
        JsonNode rows = json(dataset.path()).get("data");
        List<CSVRecord> records = records(api.get(dataset.path() + ".csv").body());

        assertThat(records).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = rows.get(i);
            Set<String> filled = new HashSet<>();
            records.get(i).toMap().forEach((name, cell) -> {
                if (!cell.isEmpty()) {
                    filled.add(name);
                    JsonNode value = row.at('/' + name.replace('.', '/'));
                    assertThat(cell).as(name).isEqualTo(value.isTextual() ? value.asText() : value.toString());
                }
            });
            assertThat(filled).containsExactlyInAnyOrderElementsOf(leaves("", row, new HashSet<>()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveTheSameColumnsWithoutAnyData(Dataset dataset) throws Exception {
        String path = dataset.path() + ".csv";

        assertThat(empty.get(path).body().lines().findFirst())
                .isEqualTo(api.get(path).body().lines().findFirst());
    }

    @Test
    void shouldNameColumnsByTheirPath() throws Exception {
        assertThat(empty.get("/v1/trends.csv").body())
                .isEqualTo(
                        "program,title,metric,arm,month,bucket,from,to,periods,provisional,measured,values,mean,standardDeviation,withheld\r\n");
        assertThat(empty.get("/v1/effects.csv").body()).contains(",treatment.measured,", ",evidence.grade,");
        assertThat(empty.get("/v1/costs.csv").body()).contains(",byCategory.participant-time,");
    }

    @ParameterizedTest
    @EnumSource
    void shouldWriteOneRowALine(Dataset dataset) throws Exception {
        String body = api.get(dataset.path() + ".ndjson").body();
        JsonNode rows = json(dataset.path()).get("data");

        assertThat(body.lines()).hasSameSizeAs(rows);
        assertThat(Json.tree(('[' + String.join(",", body.lines().toList()) + ']').getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(rows);
        assertThat(body.isEmpty() || body.endsWith("\n")).isTrue();
    }

    @Test
    void shouldSayInEachFormatWhatIsWithheld() throws Exception {
        assertThat(api.get("/v1/feedback/themes.ndjson").body()).contains("\"withheld\":\"small-group\"");
        assertThat(records(api.get("/v1/feedback/themes.csv").body()))
                .filteredOn(row -> row.get("withheld").equals("small-group"))
                .isNotEmpty()
                .allMatch(row ->
                        row.get("people").isEmpty() && row.get("responses").isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            nullValues = "null",
            value = {
                "text/csv, text/csv; charset=utf-8; header=present",
                "application/x-ndjson, application/x-ndjson",
                "application/json, application/json",
                "*/*, application/json",
                "text/*, text/csv; charset=utf-8; header=present",
                "TEXT/CSV;Q=0.5, text/csv; charset=utf-8; header=present",
                "|text/html,application/xml;q=0.9,*/*;q=0.8|, application/json",
                "|application/json;q=0.5, text/csv|, text/csv; charset=utf-8; header=present",
                "|application/json;q=0, application/*|, application/x-ndjson",
                "|*/*, application/json;q=0.1|, text/csv; charset=utf-8; header=present"
            })
    void shouldAnswerInTheFormatThatIsWantedMost(String accept, String type) throws Exception {
        HttpResponse<String> response = api.get("/v1/roi", "Accept", accept);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains(type);
        assertThat(response.headers().firstValue("Vary")).contains("Accept");
        assertThat(response.headers().firstValue("Content-Disposition")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json;q=0", "application/json;q=much", "json"})
    void shouldRefuseToAnswerInAnyOtherFormat(String accept) throws Exception {
        HttpResponse<String> response = api.get("/v1/roi", "Accept", accept);

        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Vary")).contains("Accept");
        assertThat(response.body())
                .contains("\"parameter\":\"Accept\"")
                .contains("\"allowed\":[\"application/json\",\"text/csv\",\"application/x-ndjson\"]");
    }

    @Test
    void shouldAnswerOneProgramInJsonOnly() throws Exception {
        HttpResponse<String> response = api.get("/v1/programs/negotiation", "Accept", "text/csv");

        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(response.body()).contains("\"allowed\":[\"application/json\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/effects.csv, effects.csv",
        "/v1/feedback/themes.ndjson, feedback-themes.ndjson",
        "/v1/roi/portfolio.json, roi-portfolio.json"
    })
    void shouldOfferAFileToSave(String path, String name) throws Exception {
        // given an Accept that asks for another format: the path says it
        HttpResponse<String> response = api.get(path, "Accept", "text/html");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"" + name + '"');
        assertThat(response.headers().firstValue("Vary")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/effects.xml", "/v1/effects.CSV"})
    void shouldNameTheFilesThatThereAre(String path) throws Exception {
        HttpResponse<String> response = api.get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("\"allowed\":[\"json\",\"csv\",\"ndjson\"]");
    }

    @Test
    void shouldNotTakeAnotherCharacterForTheDot() throws Exception {
        assertThat(api.get("/v1/effectsXcsv").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldFilterFilesToo() throws Exception {
        assertThat(records(api.get("/v1/trends.csv?arm=treatment").body())).hasSize(1);
        assertThat(api.get("/v1/trends.csv?arm=treated").statusCode()).isEqualTo(400);
        assertThat(api.get("/v1/trends.csv?arm=treated").headers().firstValue("Content-Disposition"))
                .isEmpty();
    }

    @Test
    void shouldKnowEachFormatByATagOfItsOwn() throws Exception {
        String csv = api.get("/v1/roi.csv").headers().firstValue("ETag").orElseThrow();

        assertThat(csv).isEqualTo("\"0123456789abcdef-1.2.3-csv\"");
        assertThat(api.get("/v1/roi", "If-None-Match", csv).statusCode()).isEqualTo(200);
        HttpResponse<String> known = api.get("/v1/roi", "If-None-Match", csv, "Accept", "text/csv");
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(known.headers().firstValue("Vary")).contains("Accept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/roi", "/v1/roi.csv", "/v1/roi.ndjson", "/v1/programs/negotiation"})
    void shouldSayWhichPublicationItIsFrom(String path) throws Exception {
        HttpResponse<String> response = api.get(path);

        assertThat(response.headers().firstValue("Cultivar-Publication")).contains("0123456789abcdef");
        assertThat(response.headers().firstValue("Cultivar-As-Of")).contains("2026-06-30T00:00:00Z");
    }

    private JsonNode json(String path) throws Exception {
        return Json.tree(api.get(path).body().getBytes(StandardCharsets.UTF_8));
    }

    private static List<CSVRecord> records(String csv) throws Exception {
        try (CSVParser parser = CSVParser.parse(new StringReader(csv), WITH_HEADER)) {
            return parser.getRecords();
        }
    }

    /** The path of every value of a row that is no object; maps whose keys are free stay whole. */
    private static Set<String> leaves(String path, JsonNode node, Set<String> found) {
        if (!node.isObject() || path.equals("pipeline.processed")) {
            found.add(path);
            return found;
        }
        node.properties()
                .forEach(field ->
                        leaves(path.isEmpty() ? field.getKey() : path + '.' + field.getKey(), field.getValue(), found));
        return found;
    }
}
