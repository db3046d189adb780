package io.cultivar.metricsapi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.metricsapi.ApiUnderTest;
import io.cultivar.metricsapi.published.SampleCompany;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.SamplePublishedLog;
import io.cultivar.metricsapi.published.SampleSources;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.published.Withholding;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What did we report on 1 April, and why is it different now? */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestatementsTest {

    private ApiUnderTest api;
    private ApiUnderTest withheld;

    @BeforeAll
    void start() {
        api = new ApiUnderTest(SampleSources.source(afterACorrection(SamplePrograms.winner())));
        withheld =
                new ApiUnderTest(SampleSources.source(afterACorrection(Withholding.redacted(SamplePrograms.winner()))));
    }

    /** The same was published before, whatever the newest publication says of the program. */
    private static Snapshot afterACorrection(ProgramResult newest) {
        Snapshot now = SamplePrograms.snapshot(List.of(newest, SamplePrograms.undefined(), SamplePrograms.withheld()));
        return new Snapshot(
                now.programs(),
                now.company(),
                now.portfolio(),
                now.pipeline(),
                now.published(),
                now.received(),
                now.version(),
                SamplePublishedLog.ofACorrection(SamplePrograms.winner(), SampleCompany.portfolio()));
    }

    @AfterAll
    void stop() {
        api.close();
        withheld.close();
    }

    private JsonNode ask(String path) throws Exception {
        return ask(api, path);
    }

    private static JsonNode ask(ApiUnderTest api, String path) throws Exception {
        HttpResponse<String> response = api.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.tree(response.body().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldSayWhatWasReportedThen() throws Exception {
        JsonNode then = ask("/v1/costs?program=negotiation&asOf=2026-04-01");
        JsonNode now = ask("/v1/costs?program=negotiation");

        assertThat(then.at("/data/0/total").decimalValue()).isEqualByComparingTo("100");
        assertThat(now.at("/data/0/total").decimalValue()).isEqualByComparingTo("24000.50");
        assertThat(then.get("programs").intValue()).isEqualTo(1);
        assertThat(then.get("publication")).isNotEqualTo(now.get("publication"));
        assertThat(then.has("watermark")).isFalse();
    }

    @Test
    void shouldSayWhyItIsDifferentNow() throws Exception {
        JsonNode why = ask("/v1/restatements?program=negotiation&since=2026-04-01");

        assertThat(why.at("/data")).hasSize(2);
        assertThat(why.at("/data/0").toString()).isEqualTo("""
                        {"published":"2026-04-02T06:00:00Z","program":"negotiation","figure":"roi",\
                        "before":{"value":1.1,"lower":0.6000000000000001,"upper":1.6,\
                        "alwaysValid":{"lower":0.10000000000000009,"upper":2.1}},\
                        "now":{"value":1.4,"lower":0.8999999999999999,"upper":1.9,\
                        "alwaysValid":{"lower":0.3999999999999999,"upper":2.4}},\
                        "change":"restatement","causes":["late-event","correction"]}""");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 3",
        "?program=negotiation, 2",
        "?figure=roi, 2",
        "?figure=cost, 1",
        "?change=update, 1",
        "?change=restatement, 2",
        "?cause=new-event, 1",
        "'?cause=correction,erasure', 2",
        "?cause=erasure, 0",
        "?until=2026-04-02, 0",
        "?since=2026-04-02&until=2026-04-03, 3",
        "?since=2026-04-02T06:00:01Z, 1",
        "?until=2026-04-02T06:00:01Z, 2",
        // RFC 3339 has both cases, and an offset; a plus sign is %2B in a query
        "?until=2026-04-02t06:00:01z, 2",
        "?since=2026-04-02t06:00:01z, 1",
        "?since=2026-04-02T08:00:01%2B02:00, 1",
        "?since=-999999999-01-01&until=%2B999999999-12-31, 3",
        "?since=%2B999999999-12-31, 0"
    })
    void shouldChooseRows(String query, int rows) throws Exception {
        assertThat(ask("/v1/restatements" + query).get("rows").intValue()).isEqualTo(rows);
    }

    @Test
    void shouldWriteThemAsATable() throws Exception {
        assertThat(api.get("/v1/restatements.csv").body().lines().toList())
                .hasSize(4)
                .startsWith("published,program,figure,about,before.value,before.lower,before.upper,"
                        + "before.alwaysValid.lower,before.alwaysValid.upper,now.value,now.lower,now.upper,"
                        + "now.alwaysValid.lower,now.alwaysValid.upper,change,causes,withheld")
                .contains("2026-04-02T06:00:00Z,negotiation,cost,EUR,23000.0,,,,,24000.5,,,,,restatement,"
                        + "\"[\"\"late-event\"\",\"\"correction\"\"]\",");
        assertThat(api.get("/v1/restatements.ndjson").body().lines()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/roi", "/v1/effects", "/v1/roi/portfolio", "/v1/assessments", "/v1/retention/comparisons"})
    void shouldReproduceTheNewestPublication(String path) throws Exception {
        var then = (ArrayNode) ask(path + "?asOf=2026-05-01").get("data");
        var now = (ArrayNode) ask(path).get("data");

        assertThat(then).isNotEmpty();
        assertThat(now).containsAll(then);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01, 100",
        "2026-04-02t05:59:59z, 100",
        "2026-04-02t06:00:00z, 24000.50",
        "2026-04-02T07:59:59%2B02:00, 100",
        "%2B999999999-12-31, 24000.50"
    })
    void shouldReadEveryTimeThatThereIs(String asOf, BigDecimal cost) throws Exception {
        assertThat(ask("/v1/costs?program=negotiation&asOf=" + asOf)
                        .at("/data/0/total")
                        .decimalValue())
                .isEqualByComparingTo(cost);
    }

    @Test
    void shouldSayWhyAChangeIsNotTold_andWithholdItsFigures() throws Exception {
        JsonNode all = ask(withheld, "/v1/restatements");

        assertThat(all.get("rows").intValue()).isEqualTo(3);
        assertThat(all.get("suppressed").intValue()).isEqualTo(2);
        assertThat(all.at("/data/0").toString()).isEqualTo("""
                        {"published":"2026-04-02T06:00:00Z","program":"negotiation","figure":"roi",\
                        "change":"restatement","causes":["late-event","correction"],"withheld":"small-group"}""");
        assertThat(all.at("/data/1").toString()).isEqualTo("""
                        {"published":"2026-04-02T06:00:00Z","program":"negotiation","figure":"cost","about":"EUR",\
                        "change":"restatement","causes":["late-event","correction"],"withheld":"small-group"}""");
        assertThat(all.at("/data/2/before/value").doubleValue()).as("portfolio").isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/roi", "/v1/effects", "/v1/assessments", "/v1/costs", "/v1/retention/comparisons"})
    void shouldNotTellFromYesterdayWhatIsWithheldToday(String path) throws Exception {
        String then = path + "?program=negotiation&asOf=2026-04-01";
        JsonNode told = ask(then);
        JsonNode notTold = ask(withheld, then);

        assertThat(told.get("suppressed").intValue())
                .isLessThan(told.get("rows").intValue());
        assertThat(notTold.get("suppressed")).isEqualTo(notTold.get("rows")).isEqualTo(told.get("rows"));
        assertThat(notTold.findValuesAsText("withheld")).isNotEmpty().containsOnly("small-group");
        assertThat(numbers(told.get("data"))).hasSizeGreaterThan(1);
        assertThat(numbers(notTold.get("data"))).as("a definition").isSubsetOf("horizonMonths");
        assertThat(notTold.get("publication")).as("another answer, another tag").isNotEqualTo(told.get("publication"));
    }

    /** The names of all fields that hold a number. */
    private static List<String> numbers(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.properties().forEach(field -> {
            if (field.getValue().isNumber()) {
                names.add(field.getKey());
            }
        });
        node.forEach(part -> names.addAll(numbers(part)));
        return names;
    }

    @Test
    void shouldBindPagesToThePublicationOfThen() throws Exception {
        JsonNode first = ask("/v1/roi/portfolio?asOf=2026-04-01&limit=1");

        JsonNode second = ask(first.get("next").textValue());

        assertThat(second.get("publication")).isEqualTo(first.get("publication"));
        assertThat(second.at("/data/0/currency").textValue()).isEqualTo("USD");
    }

    @Test
    void shouldSayFromWhenOnItRemembers() throws Exception {
        HttpResponse<String> response = api.get("/v1/roi?asOf=2026-03-14");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("urn:cultivar:problem:before-history")
                .contains("\"allowed\":[\"a day or instant from 2026-03-15T06:00:00Z on\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01T00:00:00Z", "-999999999-01-01", "-1000000000-01-01T00:00:00Z"})
    void shouldNotRememberTheBeginningOfTime(String asOf) throws Exception {
        HttpResponse<String> response = api.get("/v1/roi?asOf=" + asOf);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("urn:cultivar:problem:before-history");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-13-01",
                "yesterday",
                "t",
                "T",
                "2026-04-01T00:00",
                "2026-04-01t00:00",
                "2026-04-01t25:00:00z",
                "%2B1000000000-01-01",
                "%2B1000000001-01-01T00:00:00Z"
            })
    void shouldRefuseWhatIsNoTime(String time) throws Exception {
        for (String path : List.of("/v1/roi?asOf=", "/v1/restatements?since=", "/v1/restatements?until=")) {
            HttpResponse<String> response = api.get(path + time);

            assertThat(response.statusCode()).as(path).isEqualTo(400);
            assertThat(response.body())
                    .contains(
                            "urn:cultivar:problem:invalid-value",
                            "\"parameter\":\"" + path.substring(path.indexOf('?') + 1, path.length() - 1) + '"',
                            "\"a day such as 2026-01-31\",\"an instant such as 2026-01-31T12:00:00Z\"");
        }
    }
}
