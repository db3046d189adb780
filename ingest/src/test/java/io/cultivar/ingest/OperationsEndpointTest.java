package io.cultivar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OperationsEndpointTest {

    private static final Door DOOR = Door.open(Broker.acknowledging());

    @AfterAll
    static void close() {
        DOOR.close();
    }

    @Test
    void shouldBeLiveAndReady() throws Exception {
        assertThat(DOOR.send(DOOR.request("/health/live")).statusCode()).isEqualTo(200);
        assertThat(DOOR.send(DOOR.request("/health/ready")).body()).isEqualTo("{\"status\":\"ready\"}");
    }

    @Test
    void shouldBeLiveButNotReadyWithoutTopics() throws Exception {
        try (Door notReady = Door.notReady("not all of these topics exist yet: learning.events")) {
            HttpResponse<String> ready = notReady.send(notReady.request("/health/ready"));

            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(ready.body()).contains("\"detail\":\"not all of these topics exist yet: learning.events\"");
            assertThat(notReady.send(notReady.request("/health/live")).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void shouldServeMetricsInTheFormThatIsAskedFor() throws Exception {
        HttpResponse<String> text = DOOR.send(DOOR.request("/metrics"));
        HttpResponse<String> openMetrics = DOOR.send(DOOR.request("/metrics")
                .header("Accept", "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5"));

        assertThat(text.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(text.body())
                .contains("# TYPE training_pipeline_events_failed_total counter")
                .doesNotContain("# EOF");
        assertThat(openMetrics.headers().firstValue("Content-Type"))
                .hasValue("application/openmetrics-text; version=1.0.0; charset=utf-8");
        assertThat(openMetrics.body())
                .contains("# TYPE training_pipeline_events_failed counter")
                .endsWith("# EOF\n");
    }

    @Test
    void shouldAnswerUnknownPathsAndMethodsAsProblems() throws Exception {
        HttpResponse<String> unknown = DOOR.send(DOOR.request("/v1/nothing"));
        HttpResponse<String> get = DOOR.send(DOOR.request("/v1/events"));
        HttpResponse<String> post = DOOR.send(DOOR.request("/metrics").POST(BodyPublishers.noBody()));

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("Allow")).hasValue("POST");
        assertThat(post.statusCode()).isEqualTo(405);
        assertThat(post.headers().firstValue("Allow")).hasValue("GET");
        for (HttpResponse<String> response : List.of(unknown, get, post)) {
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void shouldAnswerWhatIsNoHttpAsAProblem() throws Exception {
        HttpResponse<String> response = DOOR.send(DOOR.request("/metrics").header("X-Long", "x".repeat(20_000)));

        assertThat(response.statusCode()).isEqualTo(431);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("\"status\":431").contains("cannot be read as HTTP");
    }
}
