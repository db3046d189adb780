package io.cultivar.ingest;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

class KafkaPartsTest {

    private static final Node LEADER = new Node(1, "localhost", 9092);

    private static TopicDescription topic(String name, Node leader) {
        return new TopicDescription(
                name, false, List.of(new TopicPartitionInfo(0, leader, List.of(LEADER), List.of(LEADER))));
    }

    @Test
    void shouldProduceDurablyAndWithinBounds() {
        assertThat(KafkaEventSink.settings("a:1", Duration.ofSeconds(30)))
                .containsOnly(
                        entry("bootstrap.servers", "a:1"),
                        entry("client.id", "cultivar-ingest"),
                        entry("acks", "all"),
                        entry("enable.idempotence", true),
                        entry("compression.type", "lz4"),
                        entry("linger.ms", 5L),
                        entry("batch.size", 65_536),
                        entry("buffer.memory", 67_108_864L),
                        entry("max.block.ms", 5_000L),
                        entry("delivery.timeout.ms", 30_000),
                        entry("request.timeout.ms", 10_000));
    }

    @Test
    void shouldTakeTheShortestTimeoutThatIsAllowed() {
        KafkaEventSink.connect("127.0.0.1:1", Duration.ofMillis(100)).close();
    }

    @Test
    void shouldSayWhichPartitionLacksALeader() {
        assertThat(ClusterReadiness.leaderless(Map.of("a", topic("a", LEADER)))).isEmpty();
        assertThat(ClusterReadiness.leaderless(Map.of("a", topic("a", LEADER), "b", topic("b", Node.noNode()))))
                .isEqualTo(Optional.of("a partition of b has no leader"));
    }

    @Test
    void shouldSayWhichTopicsItNeeds() {
        var error = new CompletionException(new UnknownTopicOrPartitionException("learning.events"));

        assertThat(ClusterReadiness.reason(error))
                .isEqualTo("not all of these topics exist yet: "
                        + "learning.events, workforce.events, program.events, ingest.rejected");
    }

    @Test
    void shouldSayThatKafkaIsOutOfReach() throws Exception {
        try (var readiness = new ClusterReadiness("127.0.0.1:1")) {
            assertThat(readiness.whyNot().toCompletableFuture().get(20, TimeUnit.SECONDS))
                    .hasValueSatisfying(why -> assertThat(why).startsWith("Kafka cannot be reached"));
        }
    }
}
