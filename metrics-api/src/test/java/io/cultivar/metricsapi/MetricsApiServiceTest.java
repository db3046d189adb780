package io.cultivar.metricsapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cultivar.metricsapi.deployment.Tool;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service where no broker answers; with a broker it is tested in the process that has one. */
class MetricsApiServiceTest {

    private static final String NO_BROKER = "127.0.0.1:1";

    @Test
    void shouldLiveButNotBeReadyWithoutABroker() throws Exception {
        try (var service = new MetricsApiService(config(0))) {
            service.start();

            assertThat(service.port()).isPositive();
            assertThat(service.ready()).isFalse();
            assertThat(get(service, "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(service, "/health/ready").statusCode()).isEqualTo(503);
            assertThat(get(service, "/metrics").body())
                    .contains("training_build_info{")
                    .contains("training_metrics_reader_failures_total")
                    .contains("jvm_memory_used_bytes")
                    .doesNotContain("${");
        }
    }

    @Test
    void shouldExposeWhatPromtoolHasNothingToSayAbout(@TempDir Path directory) throws Exception {
        Tool promtool = Tool.PROMTOOL.required();
        try (var service = new MetricsApiService(config(0))) {
            service.start();
            await().until(() -> get(service, "/metrics").body().contains("kafka_consumer_"));
            Path page = directory.resolve("metrics.txt");
            Files.writeString(page, get(service, "/metrics").body());

            assertThat(promtool.runOn(page, "check", "metrics")).isEqualTo(new Tool.Said(0, ""));
        }
    }

    @Test
    void shouldRefuseATakenPortAndLeaveNothingRunning() {
        try (var first = new MetricsApiService(config(0))) {
            first.start();
            var second = new MetricsApiService(config(first.port()));

            assertThatThrownBy(second::start)
                    .isInstanceOf(JavalinBindException.class)
                    .hasMessageContaining("Port already in use");
            second.close();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("published-reader"));
    }

    private static MetricsApiConfig config(int port) {
        return new MetricsApiConfig(NO_BROKER, "127.0.0.1", port, "EUR");
    }

    private static HttpResponse<String> get(MetricsApiService service, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
