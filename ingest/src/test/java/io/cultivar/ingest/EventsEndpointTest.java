package io.cultivar.ingest;

import static io.cultivar.ingest.Door.BATCH;
import static io.cultivar.ingest.Door.LINES;
import static io.cultivar.ingest.Door.SINGLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventsEndpointTest {

    private static final String GOOD = Samples.outcome("s-E1042-1");
    private static final String BAD = Samples.outcome("2", "9999-01-01T00:00:00Z", "1");

    private static final Broker BROKER = Broker.acknowledging();
    private static final Door DOOR = Door.open(BROKER);

    @BeforeEach
    void reset() {
        BROKER.clear();
        BROKER.sendException = null;
    }

    @AfterAll
    static void close() {
        DOOR.close();
    }

    private static void assertProblem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("\"status\":" + status).doesNotContain("E1042");
    }

    @Test
    void shouldAnswer200WhenEverythingIsDurable() throws Exception {
        HttpResponse<String> response = DOOR.post(SINGLE, GOOD);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.body())
                .isEqualTo("{\"accepted\":1,\"rejected\":0,"
                        + "\"events\":[{\"index\":0,\"id\":\"s-E1042-1\",\"status\":\"accepted\"}]}");
        assertThat(BROKER.topics()).containsExactly("workforce.events");
    }

    @Test
    void shouldAnswer200ForABatchOfWhichAnythingIsAccepted() throws Exception {
        HttpResponse<String> response = DOOR.post(BATCH, "[" + BAD + "," + GOOD + "]");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo("{\"accepted\":1,\"rejected\":1,\"events\":["
                        + "{\"index\":0,\"status\":\"rejected\",\"reason\":\"out-of-range\",\"pointer\":\"/time\","
                        + "\"message\":\"time must lie between 1900-01-01 and 2200-01-01\"},"
                        + "{\"index\":1,\"id\":\"s-E1042-1\",\"status\":\"accepted\"}]}");
        assertThat(BROKER.topics()).containsExactly("ingest.rejected", "workforce.events");
    }

    @Test
    void shouldTakeLinesAroundABrokenOne() throws Exception {
        HttpResponse<String> response = DOOR.post(LINES, GOOD + "\n\n{\"oops\n" + GOOD + "\n");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("\"accepted\":2,\"rejected\":1")
                .contains("{\"index\":1,\"status\":\"rejected\",\"reason\":\"malformed-json\",\"pointer\":\"\"");
        assertThat(BROKER.topics()).containsExactly("workforce.events", "ingest.rejected", "workforce.events");
    }

    @Test
    void shouldAnswer200ForAnEmptyBatch() throws Exception {
        assertThat(DOOR.post(BATCH, "[]").body()).isEqualTo("{\"accepted\":0,\"rejected\":0,\"events\":[]}");
        assertThat(DOOR.post(LINES, "\n").statusCode()).isEqualTo(200);
        assertThat(DOOR.post("application/json", "[]").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldAnswer400WhenEverythingIsRejected() throws Exception {
        HttpResponse<String> response = DOOR.post("application/json", BAD);

        assertProblem(response, 400);
        assertThat(response.body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,"
                        + "\"detail\":\"every event was rejected; each says why\",\"accepted\":0,\"rejected\":1,"
                        + "\"events\":[{\"index\":0,\"status\":\"rejected\",\"reason\":\"out-of-range\","
                        + "\"pointer\":\"/time\",\"message\":\"time must lie between 1900-01-01 and 2200-01-01\"}]}");
        assertThat(BROKER.topics()).containsExactly("ingest.rejected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"value\":1e400 | out-of-range | /data/value",
                "\"value\":1e-400 | out-of-range | /data/value",
                "\"value\":NaN | malformed-json | ``",
                "\"value\":\"NaN\" | invalid-value | /data/value",
                "\"value\":true | wrong-type | /data/value",
                "\"value\":{\"E1042\":1} | wrong-type | /data/value",
                "\"value\":null | missing-field | /data/value",
                "\"value\":1,\"value\":1 | malformed-json | ``"
            })
    void shouldSayWhatIsWrongWithoutQuotingIt(String field, String reason, String pointer) throws Exception {
        HttpResponse<String> response = DOOR.post(SINGLE, GOOD.replace("\"value\":12.50", field));

        assertProblem(response, 400);
        assertThat(response.body()).contains("\"reason\":\"" + reason + "\",\"pointer\":\"" + pointer + "\"");
    }

    @Test
    void shouldRejectADepthBomb() throws Exception {
        HttpResponse<String> response = DOOR.post(SINGLE, "[".repeat(50_000));

        assertProblem(response, 400);
        assertThat(response.body()).contains("\"reason\":\"malformed-json\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"subject\":\"E1042\",', '', missing-field",
        "outcome.measured, E1042.measured, unknown-type",
        "\"specversion\":\"1.0\", \"specversion\":\"0.3\", unsupported-version",
        "2026-03-31T09:00:00Z, E1042, invalid-value"
    })
    void shouldCheckTheEnvelope(String from, String to, String reason) throws Exception {
        HttpResponse<String> response = DOOR.post(SINGLE, Samples.outcome("1").replace(from, to));

        assertProblem(response, 400);
        assertThat(response.body()).contains("\"reason\":\"" + reason + "\"");
    }

    @Test
    void shouldRejectWhatIsNotUtf8() throws Exception {
        byte[] body = Samples.utf8(GOOD);
        body[GOOD.indexOf("sales")] = (byte) 0xC3;

        HttpResponse<String> response = DOOR.send(DOOR.events(SINGLE, body));

        assertProblem(response, 400);
        assertThat(response.body()).contains("malformed-json");
    }

    @Test
    void shouldWriteNothingOfABrokenBatch() throws Exception {
        HttpResponse<String> response = DOOR.post(BATCH, "[" + GOOD + ",\n{\"a\":oops}," + GOOD + "]");

        assertProblem(response, 400);
        assertThat(response.body()).contains("at line 2, column").contains("nothing of it was taken");
        assertThat(BROKER.history()).isEmpty();
    }

    @Test
    void shouldAnswer503WhenKafkaFailsAnyEvent() throws Exception {
        BROKER.sendException = new TimeoutException("E1042");

        HttpResponse<String> response = DOOR.post(BATCH, "[" + GOOD + "," + BAD + "]");

        assertProblem(response, 503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(response.body())
                .contains("send the whole request again, that does no harm")
                .contains("\"failed\":2")
                .contains(
                        "{\"index\":0,\"status\":\"failed\",\"message\":\"the broker could not take it (TimeoutException)\"}");
    }

    @Test
    void shouldAnswer503WhenKafkaDoesNotAcknowledge() throws Exception {
        var config = Door.config(100_000, 10, 100_000, Duration.ofMillis(100));
        try (Door silent = Door.open(Broker.silent(), config)) {
            HttpResponse<String> response = silent.post(SINGLE, GOOD);

            assertProblem(response, 503);
            assertThat(response.body()).contains("the broker did not acknowledge within 100 ms");
        }
    }

    @Test
    void shouldAnswerOnlyWhenKafkaHasAcknowledged() throws Exception {
        try (Door silent = Door.open(Broker.silent())) {
            CompletableFuture<HttpResponse<String>> answer =
                    silent.sendLater(silent.events(BATCH, Samples.utf8("[" + GOOD + "," + GOOD + "]")));

            silent.broker.awaitSent(2);
            silent.broker.completeNext();
            assertThat(answer).isNotDone();
            silent.broker.completeNext();

            assertThat(answer.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldFinishRequestsInHandWhenItCloses() throws Exception {
        Door closing = Door.open(Broker.silent());
        var answer = closing.sendLater(closing.events(SINGLE, Samples.utf8(GOOD)));
        closing.broker.awaitSent(1);

        CompletableFuture<Void> closed = CompletableFuture.runAsync(closing::close);
        assertThat(closed).isNotDone();
        closing.broker.completeNext();

        assertThat(answer.get().statusCode()).isEqualTo(200);
        closed.get();
    }

    @Test
    void shouldCountEveryRequestAndEvent() throws Exception {
        Door counted = Door.open(Broker.acknowledging());
        long before = System.currentTimeMillis();
        counted.post(BATCH, "[" + BAD + "," + GOOD + "]");
        counted.post("text/plain", GOOD);
        // A request is counted just behind its answer: when the server has closed, all are.
        counted.close();

        List<String> lines = counted.registry.scrape().lines().toList();
        assertThat(lines)
                .contains(
                        "training_pipeline_events_accepted_total{event_type=\"outcome.measured\"} 1.0",
                        "training_pipeline_events_rejected_total{reason=\"out-of-range\"} 1.0",
                        "training_pipeline_events_failed_total 0.0",
                        "ingest_request_duration_seconds_count{status=\"200\"} 1",
                        "ingest_request_duration_seconds_count{status=\"415\"} 1");
        assertThat(lines).noneMatch(line -> line.contains("E1042"));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("training_pipeline_last_event_timestamp_seconds"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("{event_type=\"outcome.measured\"} "))
                .extracting(line -> Double.parseDouble(line.substring(line.indexOf(' '))) * 1000)
                .satisfies(millis -> assertThat(millis).isBetween(before - 1.0, System.currentTimeMillis() + 1.0));
    }
}
