package io.cultivar.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cultivar.metricsapi.MetricsApiMain;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas of metrics-api, one of them a process of its own that is killed while both are scraped in a loop. */
@ExtendWith(EmbeddedSampleRun.class)
@Timeout(300)
class KilledReplicaIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SCRAPE_TIMEOUT = Duration.ofSeconds(10);
    private static final int ROUNDS_BEFORE = 20;
    private static final int ROUNDS_AFTER = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process process;
    private int port;

    @BeforeEach
    void startVictim(SampleRun sample, @TempDir Path directory) throws IOException {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MetricsApiMain.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("replica.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "CULTIVAR_BOOTSTRAP_SERVERS",
                        sample.bootstrapServers(),
                        "CULTIVAR_METRICS_PORT",
                        Integer.toString(port)));
        process = builder.start();
    }

    private Process victim() {
        return Objects.requireNonNull(process);
    }

    @AfterEach
    void killVictim() {
        victim().destroyForcibly();
    }

    @Test
    void shouldLeaveNoGapInTheOther(SampleRun sample) throws Exception {
        // given two replicas that show the same
        int survivor = sample.services().metricsPort();
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> get(port, "/health/ready").statusCode() == 200);
        List<String> figures = figures(get(survivor, "/metrics"));
        assertThat(figures).hasSizeGreaterThan(500).anyMatch(line -> line.startsWith("training_roi_ratio{"));

        // when both are scraped in a loop, in which one is killed
        for (int round = 0; round < ROUNDS_BEFORE; round++) {
            assertThat(figures(get(port, "/metrics"))).isEqualTo(figures);
            assertThat(figures(get(survivor, "/metrics"))).isEqualTo(figures);
        }
        victim().destroyForcibly();
        int unanswered = 0;
        for (int round = 0; round < ROUNDS_AFTER; round++) {
            unanswered += isAnswered(port) ? 0 : 1;
            // then the other answers every scrape, with the same figures
            assertThat(figures(get(survivor, "/metrics"))).isEqualTo(figures);
        }
        assertThat(victim().waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(victim().exitValue()).isNotZero();
        assertThat(unanswered).isPositive();
        assertThat(isAnswered(port)).isFalse();
        assertThat(get(survivor, "/health/ready").statusCode()).isEqualTo(200);
    }

    private boolean isAnswered(int at) throws InterruptedException {
        try {
            return get(at, "/metrics").statusCode() == 200;
        } catch (IOException e) {
            // Nobody listens, or it was killed while it answered.
            return false;
        }
    }

    private HttpResponse<String> get(int at, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path))
                .timeout(SCRAPE_TIMEOUT)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** Every result, as a replica tells it; not when it was last confirmed, nor what the process counts of itself. */
    private static List<String> figures(HttpResponse<String> scrape) {
        assertThat(scrape.statusCode()).isEqualTo(200);
        return scrape.body()
                .lines()
                .filter(line -> line.startsWith("training_"))
                .filter(line -> !line.matches("training_(metrics|api_request|history)_.*"))
                .toList();
    }
}
