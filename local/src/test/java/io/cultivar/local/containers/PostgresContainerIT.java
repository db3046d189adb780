package io.cultivar.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.metricsapi.MetricsApiConfig;
import io.cultivar.metricsapi.MetricsApiService;
import io.cultivar.metricsapi.history.HistoryConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** The history of the sample company in PostgreSQL as its makers publish it. */
@Testcontainers(disabledWithoutDocker = true)
@ExtendWith(EmbeddedSampleRun.class)
@Timeout(600)
class PostgresContainerIT {

    private static final int PORT = 5432;
    private static final String PASSWORD = "only-for-this-test";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Container
    static final GenericContainer<?> POSTGRES = new GenericContainer<>("postgres:18")
            .withEnv("POSTGRES_USER", "cultivar")
            .withEnv("POSTGRES_PASSWORD", PASSWORD)
            .withEnv("POSTGRES_DB", "cultivar")
            .withExposedPorts(PORT);

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void shouldHoldWhatRestAnswers(SampleRun sample) throws Exception {
        // given
        String url = "jdbc:postgresql://" + POSTGRES.getHost() + ':' + POSTGRES.getMappedPort(PORT) + "/cultivar";
        var config = new MetricsApiConfig(
                sample.bootstrapServers(), "127.0.0.1", 0, "EUR", new HistoryConfig(url, "cultivar", PASSWORD));

        // when
        try (var service = new MetricsApiService(config)) {
            service.start();
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> get(service, "/health/history")
                            .get("status")
                            .asText()
                            .equals("current"));

            // then
            assertThat(roi(url)).isEqualTo(roi(get(service, "/v1/roi"))).hasSameSizeAs(sample.programs());
        }
    }

    private JsonNode get(MetricsApiService service, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .build();
        return Json.tree(
                http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }

    private static Map<String, Double> roi(JsonNode answer) {
        Map<String, Double> roi = new TreeMap<>();
        answer.get("data")
                .forEach(row -> roi.put(
                        row.get("program").asText(), row.at("/roi/value").asDouble(Double.NaN)));
        return roi;
    }

    private static Map<String, Double> roi(String url) throws SQLException {
        Map<String, Double> roi = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url, "cultivar", PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT program, coalesce(roi, 'NaN') FROM cultivar.roi")) {
            while (rows.next()) {
                roi.put(Objects.requireNonNull(rows.getString(1)), rows.getDouble(2));
            }
        }
        return roi;
    }
}
