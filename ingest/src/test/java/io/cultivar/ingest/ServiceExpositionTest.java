package io.cultivar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What Prometheus reads of the whole service, with what the Java machine and Kafka's client tell. */
class ServiceExpositionTest {

    @Test
    void shouldExposeWhatPromtoolHasNothingToSayAbout() throws Exception {
        String exposition = exposition();

        assertThat(exposition)
                .contains("training_pipeline_events_accepted_total{", "jvm_memory_used_bytes{", "kafka_producer_");
        assertThat(promtool(exposition)).isEmpty();
    }

    private static String exposition() throws Exception {
        var config = new IngestConfig(
                "127.0.0.1:1", "127.0.0.1", 0, Samples.key(), 100_000, 10, 100_000, Duration.ofMillis(100));
        try (var service = IngestService.start(config, Samples.CLOCK, new SecureRandom())) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/metrics"))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        }
    }

    private static String promtool(String exposition) throws IOException, InterruptedException {
        Process promtool;
        try {
            promtool = new ProcessBuilder("promtool", "check", "metrics")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            System.err.println("SKIPPED: promtool is not on the PATH, the exposition was not checked by Prometheus");
            Assumptions.abort("promtool is not on the PATH");
            throw e;
        }
        try (var in = promtool.getOutputStream()) {
            in.write(exposition.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor() == 0).isEqualTo(said.isEmpty());
        return said;
    }
}
