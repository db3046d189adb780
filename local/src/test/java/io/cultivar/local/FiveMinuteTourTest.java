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
import java.util.ArrayList;
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

            // 1. Say what the program is, what it cost, and what a resolved ticket is worth.
            List<String> events = new ArrayList<>(List.of(
                    event("d1", "program.defined", "2025-01-01", "coaching", """
                            {"title":"Coaching","sourcing":"in-house",
                             "windows":{"before":"P3M","lag":"P0D","after":"P3M"},
                             "outcomes":[{"metric":"tickets","unitValue":"10","currency":"EUR","primary":true}]}"""),
                    event("m1", "metric.defined", "2025-01-01", "tickets", """
                            {"title":"Tickets resolved","category":"productivity","unit":"tickets",
                             "per":"P1M","better":"higher"}"""),
                    event("c1", "cost.incurred", "2025-03-01", "coaching", """
                            {"category":"facilitation","amount":"2400.00","currency":"EUR"}""")));

            // 2. Twelve people are coached, twelve are not; each is measured before and after.
            for (int person = 0; person < 24; person++) {
                String employee = "E" + (1000 + person);
                boolean treated = person % 2 == 0;
                int before = 20 + person % 5;
                int after = before + (treated ? 6 : 1) + person % 3;
                String arm = treated ? "treatment" : "control";
                events.add(event("a" + person, "program.assigned", "2025-04-01", employee, """
                        {"program":"coaching","arm":"%s","design":"randomized"}""".formatted(arm)));
                events.add(event("x" + person, "outcome.measured", "2025-03-15", employee, measured(before)));
                events.add(event("y" + person, "outcome.measured", "2025-05-15", employee, measured(after)));
            }

            // 3. Post them, twice: whoever is not sure sends again.
            assertThat(post(stack, events)).isEqualTo(events.size());
            assertThat(post(stack, events)).isEqualTo(events.size());

            // 4. The changes are 6 + (0, 2, 1) for the coached and 1 + (1, 0, 2) for the others, four people each: a
            // difference of 5 tickets a month, worth 5 x 10 EUR x 12 months x 12 people = 7,200 EUR for 2,400 EUR.
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(get(stack.metricsUrl() + "/metrics"))
                            .contains("training_roi_ratio{program=\"coaching\"} 2.0"));
            var roi = Json.tree(
                            get(stack.metricsUrl() + "/v1/roi?program=coaching").getBytes(StandardCharsets.UTF_8))
                    .at("/data/0");
            assertThat(roi.at("/benefit/value").decimalValue()).isEqualByComparingTo(new BigDecimal("7200"));
            assertThat(roi.at("/measured").asLong()).isEqualTo(12);

            // 5. One value was wrong: the system sends it again, recorded later. What was published is restated, and
            // says so.
            String fix = event("fix", "outcome.measured", "2025-05-15", "E1000", measured(38));
            post(stack, List.of(fix.replace("\"subject\"", "\"recordedtime\":\"2025-09-01T09:00:00Z\",\"subject\"")));
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

    private static String measured(int value) {
        return "{\"metric\":\"tickets\",\"value\":" + value + "}";
    }

    private static String event(String id, String type, String day, String subject, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"tour","type":"%s","time":"%sT09:00:00Z","subject":"%s","data":%s}""".formatted(id, type, day, subject, data.replace("\n", " "));
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
