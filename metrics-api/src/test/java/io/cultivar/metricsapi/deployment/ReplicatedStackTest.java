package io.cultivar.metricsapi.deployment;

import static io.cultivar.metricsapi.deployment.ComposeFiles.map;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two files laid one over the other: any container may go, and each record is on two brokers of three. */
class ReplicatedStackTest {

    private static final List<String> BROKERS = List.of("kafka", "kafka-2", "kafka-3");

    private static Map<Object, Object> environment(Map<String, Map<?, ?>> services, String name) {
        return new LinkedHashMap<>(map(map(services.get(name)).get("environment")));
    }

    @Test
    void shouldHaveEachRecordOnTwoBrokersOfThree() throws IOException {
        for (String broker : BROKERS) {
            assertThat(environment(ComposeFiles.replicated(), broker))
                    .as(broker)
                    .containsEntry("KAFKA_DEFAULT_REPLICATION_FACTOR", "3")
                    .containsEntry("KAFKA_MIN_INSYNC_REPLICAS", "2")
                    .containsEntry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "3")
                    .containsEntry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "3")
                    .containsEntry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "2");
        }
        // Of streams' topics, changelogs included, both say it themselves.
        for (String streams : List.of("streams", "streams-2")) {
            assertThat(environment(ComposeFiles.replicated(), streams)).containsEntry("CULTIVAR_REPLICATION", "3");
        }
    }

    @Test
    void shouldAskForNoCopiesOfOneBroker() throws IOException {
        assertThat(environment(ComposeFiles.single(), "kafka"))
                .containsEntry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1")
                .containsEntry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1")
                .containsEntry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1")
                .doesNotContainKeys("KAFKA_DEFAULT_REPLICATION_FACTOR", "KAFKA_MIN_INSYNC_REPLICAS");
        assertThat(environment(ComposeFiles.single(), "streams")).doesNotContainKey("CULTIVAR_REPLICATION");
    }

    @Test
    void shouldHaveThreeBrokersThatVote() throws IOException {
        Map<String, Map<?, ?>> services = ComposeFiles.replicated();
        String voters = BROKERS.stream()
                .map(broker -> environment(services, broker).get("KAFKA_NODE_ID") + "@" + broker + ":9093")
                .collect(joining(","));

        assertThat(voters).isEqualTo("1@kafka:9093,2@kafka-2:9093,3@kafka-3:9093");
        for (String broker : BROKERS) {
            assertThat(environment(services, broker))
                    .containsEntry("KAFKA_CONTROLLER_QUORUM_VOTERS", voters)
                    .containsEntry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://" + broker + ":9092");
        }
    }

    /** Else a broker that is away at the start would keep it from starting. */
    @Test
    void shouldTellEachServiceOfEveryBroker() throws IOException {
        String brokers = BROKERS.stream().map(broker -> broker + ":9092").collect(joining(","));

        for (String first : List.of("streams", "ingest", "metrics-api")) {
            for (String service : List.of(first, first + "-2")) {
                assertThat(environment(ComposeFiles.replicated(), service))
                        .as(service)
                        .containsEntry("CULTIVAR_BOOTSTRAP_SERVERS", brokers);
            }
        }
    }

    @Test
    void shouldHaveTwoOfEachServiceThatDifferInNothingButTheirNames() throws IOException {
        Map<String, Map<?, ?>> services = ComposeFiles.replicated();
        // What the images say themselves, and the first file says again.
        Set<String> inTheImage = Set.of("CULTIVAR_INGEST_HOST", "CULTIVAR_METRICS_HOST");

        for (String first : List.of("streams", "ingest", "metrics-api")) {
            Map<Object, Object> one = environment(services, first);
            Map<Object, Object> two = environment(services, first + "-2");
            one.keySet().removeAll(inTheImage);
            assertThat(one.remove("CULTIVAR_INSTANCE_ID")).isEqualTo(first.equals("streams") ? "1" : null);
            assertThat(two.remove("CULTIVAR_INSTANCE_ID")).isEqualTo(first.equals("streams") ? "2" : null);
            assertThat(two).as(first).isEqualTo(one);
            for (String setting : List.of("image", "mem_limit", "restart", "read_only", "stop_grace_period")) {
                assertThat(map(services.get(first + "-2")).get(setting))
                        .as(first + " " + setting)
                        .isNotNull()
                        .isEqualTo(map(services.get(first)).get(setting));
            }
        }
    }
}
