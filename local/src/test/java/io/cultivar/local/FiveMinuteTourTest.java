package io.cultivar.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cultivar.contract.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour: events go in over HTTP, a number comes out on /metrics and over REST; everything in between is real. */
class FiveMinuteTourTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    @Test
    void shouldTurnPostedEventsIntoAReturnOnInvestment() throws IOException, InterruptedException {
        try (var stack = LocalStack.start(
                new DataDirectory(directory),
                new LocalStack.Options(2, new LocalStack.Ports(0, 0), "EUR", LocalPipeline.Waits.NONE),
                new SecureRandom())) {

            // 1. and 2. Say what the program is, what it cost and what a resolved ticket is worth; measure twelve
            // people
            // who are coached and twelve who are not, before and after.
            List<String> events = CoachingEvents.all();

            // 3. Post them, twice: whoever is not sure sends again.
            assertThat(post(stack, events)).isEqualTo(events.size());
            assertThat(post(stack, events)).isEqualTo(events.size());

            // 4. A difference of 5 tickets a month, worth 5 x 10 EUR x 12 months x 12 people = 7,200 EUR for 2,400 EUR.
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(get(stack.metricsUrl() + "/metrics")).contains(CoachingEvents.RETURN_SERIES));
            var roi = Json.tree(
                            get(stack.metricsUrl() + "/v1/roi?program=coaching").getBytes(StandardCharsets.UTF_8))
                    .at("/data/0");
            assertThat(roi.at("/benefit/value").decimalValue()).isEqualByComparingTo(new BigDecimal("7200"));
            assertThat(roi.at("/measured").asLong()).isEqualTo(12);

            // 5. One value was wrong: the system sends it again, recorded later. What was published is restated, and
            // says so.
            post(stack, List.of(CoachingEvents.CORRECTION));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    get(stack.metricsUrl() + "/v1/restatements.csv?figure=benefit&cause=correction"))
                            .contains(",coaching,benefit,EUR,7200.0,")
                            .contains(",restatement,"));
            String before = Json.tree(get(stack.metricsUrl() + "/v1/restatements?figure=benefit&cause=correction")
                            .getBytes(StandardCharsets.UTF_8))
                    .at("/data/0/published")
                    .textValue();
            assertThat(get(stack.metricsUrl() + "/v1/roi.csv?asOf="
                            + Instant.parse(before).minusMillis(1)))
                    .contains(",7200.0,");
        }
    }

    private static long post(LocalStack stack, List<String> events) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.ingestUrl() + "/v1/events"))
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", events)))
                .build();
        HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.tree(answer.body()).get("accepted").asLong();
    }

    private static String get(String url) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
