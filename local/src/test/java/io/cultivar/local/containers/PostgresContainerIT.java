package io.cultivar.local.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.metricsapi.history.HistoryConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

    @Container
    static final GenericContainer<?> POSTGRES = new GenericContainer<>("postgres:18")
            .withEnv("POSTGRES_USER", "cultivar")
            .withEnv("POSTGRES_PASSWORD", PASSWORD)
            .withEnv("POSTGRES_DB", "cultivar")
            .withExposedPorts(PORT);

    @Test
    void shouldHoldWhatRestAnswers(SampleRun sample) throws Exception {
        // given
        String url = "jdbc:postgresql://" + POSTGRES.getHost() + ':' + POSTGRES.getMappedPort(PORT) + "/cultivar";
        var database = new HistoryConfig(url, "cultivar", PASSWORD);

        // when
        try (var replica = HistoryReplica.upToDate(sample, database)) {

            // then
            assertThat(roi(url)).isEqualTo(roi(replica.get("/v1/roi"))).hasSameSizeAs(sample.programs());
        }
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
