package io.cultivar.metricsapi.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.metricsapi.ApiUnderTest;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.SampleSources;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenariosTest {

    private static final String PATH = "/v1/roi/scenarios";

    private ApiUnderTest api;

    @BeforeAll
    void start() {
        api = new ApiUnderTest(SampleSources.source(SamplePrograms.snapshot()));
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void shouldAnswerTheSameReturnWhereNothingIsAssumedOtherwise() throws Exception {
        JsonNode row = rows("{\"program\":\"negotiation\"}").get(0);

        assertThat(row.at("/benefit/value").asDouble()).isEqualTo(57_600, within(1e-9));
        assertThat(row.at("/costEstimate/value").asDouble()).isEqualTo(24_000, within(1e-9));
        assertThat(row.at("/roi/value").asDouble()).isEqualTo(1.4, within(1e-12));
    }

    @Test
    void shouldAnswerTheReturnUnderOtherAssumptions() throws Exception {
        JsonNode row = rows("{\"program\":\"negotiation\",\"unitValueFactor\":0.5,\"costFactor\":2}")
                .get(0);

        // of the 57,600 the 30,000 of those who stayed stay; half of the rest is 13,800
        assertThat(row.at("/benefit/value").asDouble()).isEqualTo(43_800, within(1e-9));
        assertThat(row.at("/costEstimate/value").asDouble()).isEqualTo(48_000, within(1e-9));
        assertThat(row.at("/roi/value").asDouble()).isEqualTo(-0.0875, within(1e-12));
        assertThat(row.has("cost")).isFalse();
        assertThat(row.get("decision").asText()).isNotEqualTo("expand");
    }

    @Test
    void shouldAnswerEveryProgramAndShowNothingOfWhatIsWithheld() throws Exception {
        JsonNode rows = rows("{\"unitValueFactor\":2}");

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).get("withheld").asText()).isEqualTo("small-group");
        assertThat(rows.get(0).has("benefit")).isFalse();
        assertThat(rows.get(0).has("roi")).isFalse();
        assertThat(rows("{\"program\":\"nobody\"}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "[], The body must have 1 to 10 scenarios.",
                "1, |The body must be a JSON object, or an array of them.|",
                "|[{},[]]|, |The body must be a JSON object, or an array of them.|",
                "{, The body is no JSON.",
                "{\"costFactor\":\"2\"}, costFactor must be a number.",
                "{\"costFactor\":-1}, costFactor must lie between 0 and 1000000000.",
                "{\"horizonMonths\":0}, horizonMonths must be above 0.",
                "{\"benefitDecay\":1}, benefitDecay must be true or false.",
                "{\"program\":1}, program must be a text."
            })
    void shouldRefuseWhatCannotBeAssumed(String body, String detail) throws Exception {
        HttpResponse<String> response = api.post(PATH, body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"detail\":\"" + detail + "\"");
    }

    @Test
    void shouldAnswerSeveralScenariosAtOnce() throws Exception {
        JsonNode rows =
                rows("[{\"program\":\"negotiation\",\"costFactor\":1},{\"program\":\"negotiation\",\"costFactor\":2}]");

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).at("/costEstimate/value").asDouble()).isEqualTo(24_000, within(1e-9));
        assertThat(rows.get(1).get("scenario").asInt()).isEqualTo(1);
        assertThat(rows.get(1).at("/assumed/costFactor").asDouble()).isEqualTo(2);
        assertThat(rows.get(1).at("/costEstimate/value").asDouble()).isEqualTo(48_000, within(1e-9));
    }

    @Test
    void shouldNameTheAssumptionsThatThereAre() throws Exception {
        HttpResponse<String> response = api.post(PATH, "{\"salary\":1}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("\"parameter\":\"salary\"")
                .contains("\"allowed\":[\"program\",\"unitValueFactor\",\"leaverCostShare\",\"costPerLeaver\","
                        + "\"costFactor\",\"horizonMonths\",\"discountRate\",\"benefitDecay\"]");
    }

    @Test
    void shouldRefuseALongBody() throws Exception {
        assertThat(api.post(PATH, " ".repeat(ScenarioRequest.MAX_BYTES + 1)).statusCode())
                .isIn(400, 413);
    }

    @Test
    void shouldOnlyTakePosts() throws Exception {
        HttpResponse<String> response = api.get(PATH);

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("POST");
    }

    private JsonNode rows(String body) throws Exception {
        HttpResponse<String> response = api.post(PATH, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.tree(response.body().getBytes(StandardCharsets.UTF_8)).get("data");
    }
}
