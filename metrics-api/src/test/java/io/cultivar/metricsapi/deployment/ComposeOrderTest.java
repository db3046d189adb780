package io.cultivar.metricsapi.deployment;

import static io.cultivar.metricsapi.deployment.ComposeFiles.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What starts after what in the stack, and what it keeps when its containers go. */
class ComposeOrderTest {

    private static Map<String, Set<String>> awaited(Map<String, Map<?, ?>> services) {
        Map<String, Set<String>> awaited = new TreeMap<>();
        services.forEach((name, service) -> {
            Set<String> healthy = new TreeSet<>();
            if (service.get("depends_on") != null) {
                map(service.get("depends_on")).forEach((other, how) -> {
                    assertThat(how).as("%s on %s", name, other).isEqualTo(Map.of("condition", "service_healthy"));
                    healthy.add((String) other);
                });
            }
            awaited.put(name, healthy);
        });
        return awaited;
    }

    /** Named volumes, by service, and where they are seen there. */
    private static Map<String, List<String>> kept(Map<String, Map<?, ?>> services) {
        Map<String, List<String>> kept = new TreeMap<>();
        services.forEach((name, service) -> {
            List<String> volumes = new ArrayList<>();
            if (service.get("volumes") instanceof List<?> list) {
                list.stream()
                        .map(String.class::cast)
                        .filter(volume -> volume.matches("[a-z].*"))
                        .forEach(volumes::add);
            }
            if (!volumes.isEmpty()) {
                kept.put(name, volumes);
            }
        });
        return kept;
    }

    @Test
    void shouldStartEachAfterWhatItNeeds() throws IOException {
        Map<String, Set<String>> expected = Map.of(
                "kafka", Set.of(),
                "streams", Set.of("kafka"),
                "ingest", Set.of("kafka", "streams"),
                "metrics-api", Set.of("kafka", "streams"),
                "sample", Set.of("ingest"),
                "postgres", Set.of(),
                "prometheus", Set.of("ingest", "metrics-api"),
                "alertmanager", Set.of(),
                "grafana", Set.of("prometheus", "alertmanager", "postgres"));

        assertThat(awaited(ComposeFiles.single())).isEqualTo(expected);
    }

    @Test
    void shouldStartEachAfterWhatItNeeds_replicated() throws IOException {
        // given what differs
        Map<String, Set<String>> expected = awaited(ComposeFiles.single());
        expected.put("kafka-2", Set.of());
        expected.put("kafka-3", Set.of());
        expected.put("streams", Set.of("kafka", "kafka-2", "kafka-3"));
        for (String second : List.of("streams-2", "ingest-2", "metrics-api-2")) {
            expected.put(second, Set.of("streams"));
        }
        expected.put("prometheus", Set.of("ingest", "ingest-2", "metrics-api", "metrics-api-2", "streams-2"));

        // then
        assertThat(awaited(ComposeFiles.replicated())).isEqualTo(expected);
    }

    @Test
    void shouldKeepWhatCannotBeHadAgain() throws IOException {
        Map<String, List<String>> expected = Map.of(
                "kafka", List.of("kafka-data:/var/lib/kafka/data"),
                "streams", List.of("streams-data:/var/lib/cultivar"),
                "metrics-api", List.of("audit-data:/var/log/cultivar"),
                "postgres", List.of("postgres-data:/var/lib/postgresql"),
                "prometheus", List.of("prometheus-data:/prometheus"),
                "alertmanager", List.of("alertmanager-data:/alertmanager"),
                "grafana", List.of("grafana-data:/var/lib/grafana"));

        assertThat(kept(ComposeFiles.single())).isEqualTo(expected);
    }

    /** No two share one: each would break what the other keeps. */
    @Test
    void shouldKeepWhatCannotBeHadAgain_replicated() throws IOException {
        // given what differs
        Map<String, List<String>> expected = kept(ComposeFiles.single());
        expected.put("kafka-2", List.of("kafka-2-data:/var/lib/kafka/data"));
        expected.put("kafka-3", List.of("kafka-3-data:/var/lib/kafka/data"));
        expected.put("streams-2", List.of("streams-2-data:/var/lib/cultivar"));
        expected.put("metrics-api-2", List.of("audit-2-data:/var/log/cultivar"));

        // then
        assertThat(kept(ComposeFiles.replicated())).isEqualTo(expected);
    }

    @Test
    void shouldKeepDataWhereTheProcessesWriteIt() throws IOException {
        Map<String, String> variableOf = Map.of(
                "kafka", "KAFKA_LOG_DIRS",
                "kafka-2", "KAFKA_LOG_DIRS",
                "kafka-3", "KAFKA_LOG_DIRS",
                "streams", "CULTIVAR_STATE_DIR",
                "streams-2", "CULTIVAR_STATE_DIR",
                "metrics-api", "CULTIVAR_AUDIT_FILE",
                "metrics-api-2", "CULTIVAR_AUDIT_FILE",
                "postgres", "PGDATA");
        Map<String, Map<?, ?>> services = ComposeFiles.replicated();
        Map<String, List<String>> kept = kept(services);

        variableOf.forEach((name, variable) -> {
            String path =
                    (String) Objects.requireNonNull(environment(services, name).get(variable));
            String volume = Objects.requireNonNull(kept.get(name)).get(0);
            assertThat(path + "/").as(name).startsWith(ComposeFiles.target(volume) + "/");
        });
    }

    @Test
    void shouldLetStreamsAloneMakeTopics() throws IOException {
        Map<String, Map<?, ?>> services = ComposeFiles.replicated();

        for (String broker : List.of("kafka", "kafka-2", "kafka-3")) {
            assertThat(environment(services, broker).get("KAFKA_AUTO_CREATE_TOPICS_ENABLE"))
                    .as(broker)
                    .isEqualTo("false");
        }
    }

    private static Map<?, ?> environment(Map<String, Map<?, ?>> services, String name) {
        return map(map(services.get(name)).get("environment"));
    }
}
