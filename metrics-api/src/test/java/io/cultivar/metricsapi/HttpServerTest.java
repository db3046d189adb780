package io.cultivar.metricsapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.SampleSources;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpServerTest {

    private ApiUnderTest api;
    private ApiUnderTest starting;

    @BeforeAll
    void start() {
        api = new ApiUnderTest(SampleSources.source(SamplePrograms.snapshot()));
        starting = new ApiUnderTest(SampleSources.notReady());
    }

    @AfterAll
    void stop() {
        api.close();
        starting.close();
    }

    @Test
    void shouldRefuseAnUnknownParameterAndNameTheAllowedOnes() throws Exception {
        HttpResponse<String> response = api.get("/v1/trends?programme=x");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).isEqualTo("""
                        {"type":"urn:cultivar:problem:unknown-parameter","title":"Unknown parameter","status":400,\
                        "detail":"There is no parameter programme here.","parameter":"programme",\
                        "allowed":["program","metric","arm","bucket","from","to","timezone","limit","cursor"]}""");
    }

    @Test
    void shouldRefuseAnArmThatIsNone() throws Exception {
        HttpResponse<String> response = api.get("/v1/trends?arm=treated");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("""
                        {"type":"urn:cultivar:problem:invalid-value","title":"Invalid value","status":400,\
                        "detail":"The parameter arm cannot be treated.","parameter":"arm",\
                        "allowed":["treatment","control"]}""");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/staggered, 'program\",\"metric\",\"kind'",
        "/v1/retention/curves, 'program\",\"arm'",
        "/v1/retention/comparisons, 'program\",\"grade\",\"asOf'",
        "/v1/feedback, 'program\",\"respondent'",
        "/v1/feedback/themes, 'program\",\"respondent\",\"theme'",
        "/v1/sourcing, skillArea",
        "/v1/providers, 'provider\",\"missedTarget'",
        "/v1/skills/gaps, 'skill\",\"group\",\"sort'",
        "/v1/costs/groups, 'groupBy\",\"program\",\"category\",\"provider\",\"currency\",\"from\",\"to'",
        "/v1/roi/portfolio, 'currency\",\"asOf'",
        "/v1/restatements, 'program\",\"figure\",\"change\",\"cause\",\"since\",\"until'"
    })
    void shouldNameTheAllowedParametersOfEachDataset(String path, String allowed) throws Exception {
        HttpResponse<String> response = api.get(path + "?programme=x");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"allowed\":[\"" + allowed + "\",\"limit\",\"cursor\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/programs/negotiation", "/v1/exports/effects", "/v1/exports/all.zip", "/v1/openapi.json"})
    void shouldTakeNoParameterWhereThereIsNothingToChoose(String path) throws Exception {
        HttpResponse<String> response = api.get(path + "?program=x");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"allowed\":[]");
    }

    @Test
    void shouldRefuseAKindOfEffectThatIsNone() throws Exception {
        HttpResponse<String> response = api.get("/v1/staggered?kind=mean");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("\"allowed\":[\"simple\",\"dynamic\",\"group\",\"calendar\",\"group-time\"]");
    }

    @Test
    void shouldRefuseARepeatedParameter() throws Exception {
        HttpResponse<String> response = api.get("/v1/roi?program=a&program=b");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"parameter\":\"program\"");
    }

    @Test
    void shouldAnswerAnUnknownProgramFilterWithNoRows() throws Exception {
        HttpResponse<String> response = api.get("/v1/roi?program=nobody");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("""
                        {"publication":"0123456789abcdef","asOf":"2026-06-30T00:00:00Z","methods":"1","watermark":\
                        {"latestEventTime":"2026-06-29T17:30:00Z","processed":{"learning.events/0":120}},\
                        "window":{"to":"2026-07-01"},"programs":3,"rows":0,"suppressed":0,"data":[]}""");
    }

    @ParameterizedTest
    @CsvSource({"/v1/programs/nobody, Unknown program", "/v1/nothing, Not Found", "/v1/programs/a/b, Unknown program"})
    void shouldAnswerWhatThereIsNotWith404(String path, String title) throws Exception {
        HttpResponse<String> response = api.get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"title\":\"" + title + "\"", "\"status\":404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void shouldAllowOnlyGetAndHead(String method) throws Exception {
        HttpResponse<String> response = api.send(method, "/v1/roi");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(response.body()).contains("\"status\":405");
    }

    @Test
    void shouldAnswerHeadWithTheHeadersOfGet() throws Exception {
        HttpResponse<String> head = api.send("HEAD", "/v1/roi");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag")).contains("\"0123456789abcdef-1.2.3-json\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"0123456789abcdef-1.2.3-json\"",
                "W/\"0123456789abcdef-1.2.3-json\"",
                "\"x\", \"0123456789abcdef-1.2.3-json\"",
                "*"
            })
    void shouldAnswerAKnownSnapshotWith304(String known) throws Exception {
        HttpResponse<String> response = api.get("/v1/programs", "If-None-Match", known);

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("ETag")).contains("\"0123456789abcdef-1.2.3-json\"");
    }

    @Test
    void shouldAnswerAnotherSnapshotInFull() throws Exception {
        assertThat(api.get("/v1/programs", "If-None-Match", "\"fedcba9876543210-1.2.3-json\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldSayThatItIsReady() throws Exception {
        assertThat(body(api, "/health/live", 200)).isEqualTo("{\"status\":\"live\"}");
        assertThat(body(api, "/health/ready", 200)).isEqualTo("{\"status\":\"ready\"}");
        assertThat(body(api, "/health/history", 200)).isEqualTo("{\"status\":\"off\"}");
    }

    @Test
    void shouldSayThatItIsNotReady() throws Exception {
        assertThat(body(starting, "/health/live", 200)).isEqualTo("{\"status\":\"live\"}");
        assertThat(body(starting, "/health/ready", 503)).isEqualTo("{\"status\":\"reading\"}");
        assertThat(body(starting, "/v1/roi", 503)).contains("urn:cultivar:problem:not-ready");
        assertThat(body(starting, "/", 503)).contains("Not ready");
        assertThat(body(starting, "/metrics", 200))
                .contains("training_build_info")
                .doesNotContain("training_programs");
    }

    @Test
    void shouldServeMetricsAsPrometheusText() throws Exception {
        // given a request that has been timed
        assertThat(api.get("/v1/programs/negotiation").statusCode()).isEqualTo(200);

        HttpResponse<String> response = api.get("/metrics");

        assertThat(response.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(response.body())
                .contains("training_roi_ratio{program=\"negotiation\"} 1.4\n")
                .contains("training_api_request_duration_seconds_count{code=\"2xx\",route=\"/v1/programs/<program>\"}");
    }

    @Test
    void shouldServeMetricsAsOpenMetrics_whereThatIsAskedFor() throws Exception {
        HttpResponse<String> response =
                api.get("/metrics", "Accept", "application/openmetrics-text;version=1.0.0,*/*;q=0.1");

        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/openmetrics-text; version=1.0.0; charset=utf-8");
        assertThat(response.body())
                .contains("training_roi_ratio{program=\"negotiation\"} 1.4\n")
                .endsWith("# EOF\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // what Prometheus 3 sends
                "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,"
                        + "application/openmetrics-text;version=0.0.1;q=0.4,"
                        + "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,text/plain;version=0.0.4;q=0.2,*/*;q=0.1 | open",
                "application/openmetrics-text                             | open",
                "Application/OpenMetrics-Text; Version=1.0.0; Q=0.2       | open",
                "application/openmetrics-text;q=0.6, text/plain;q=0.5     | open",
                "application/*                                            | open",
                "text/plain;q=0, */*                                      | open",
                "application/openmetrics-text;q=0                         | text",
                "application/openmetrics-text;q=0, */*                    | text",
                "application/openmetrics-text;q=0.0, text/plain;q=0.1     | text",
                "application/openmetrics-text;q=0.5, text/plain;q=0.6     | text",
                "application/openmetrics-text;q=0.5, */*                  | text",
                "application/openmetrics-text, text/plain                 | text",
                "application/openmetrics-text;q=much                      | text",
                "application/openmetrics-text2                            | text",
                "*/*                                                      | text",
                "text/*                                                   | text",
                "application/json                                         | text"
            })
    void shouldServeMetricsInTheFormThatIsWantedMore(String accept, String form) throws Exception {
        HttpResponse<String> response = api.get("/metrics", "Accept", accept);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Vary")).contains("Accept");
        assertThat(response.headers().firstValue("Content-Type"))
                .contains(
                        form.equals("open")
                                ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
                                : "text/plain; version=0.0.4; charset=utf-8");
        assertThat(response.body().endsWith("# EOF\n")).isEqualTo(form.equals("open"));
    }

    @Test
    void shouldReadAllAcceptHeadersOfAScrape() throws Exception {
        assertThat(api.get("/metrics", "Accept", "text/plain;q=0.5", "Accept", "application/openmetrics-text")
                        .body())
                .endsWith("# EOF\n");
    }

    @Test
    void shouldForbidContentSniffingEverywhere() throws Exception {
        for (String path : List.of("/", "/page/page.css", "/metrics", "/v1/roi", "/nothing", "/health/ready")) {
            assertThat(api.get(path).headers().firstValue("X-Content-Type-Options"))
                    .as(path)
                    .contains("nosniff");
        }
    }

    private static String body(ApiUnderTest api, String path, int status) throws IOException, InterruptedException {
        HttpResponse<String> response = api.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(status);
        return response.body();
    }
}
