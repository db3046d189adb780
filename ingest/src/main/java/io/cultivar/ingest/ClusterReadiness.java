package io.cultivar.ingest;

import io.cultivar.contract.Topic;
import io.cultivar.contract.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Ready means: every topic that we write to is in the cluster's metadata, and each of its partitions has a leader. */
final class ClusterReadiness implements Readiness, AutoCloseable {

    /** Every topic that this process writes to. */
    static final List<String> TOPICS =
            List.of(Topics.LEARNING_EVENTS, Topics.WORKFORCE_EVENTS, Topics.PROGRAM_EVENTS, Topics.INGEST_REJECTED)
                    .stream()
                    .map(Topic::name)
                    .toList();

    private static final int TIMEOUT_MS = 2_000;

    private final Admin admin;

    ClusterReadiness(String bootstrapServers) {
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG,
                "cultivar-ingest-readiness",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT_MS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_MS));
    }

    @Override
    public CompletionStage<Optional<String>> whyNot() {
        return admin.describeTopics(TOPICS, new DescribeTopicsOptions().timeoutMs(TIMEOUT_MS))
                .allTopicNames()
                .toCompletionStage()
                .handle((topics, error) -> error == null ? leaderless(topics) : Optional.of(reason(error)));
    }

    static Optional<String> leaderless(Map<String, TopicDescription> topics) {
        return topics.values().stream()
                .filter(topic -> topic.partitions().stream().anyMatch(ClusterReadiness::isLeaderless))
                .map(topic -> "a partition of " + topic.name() + " has no leader")
                .sorted()
                .findFirst();
    }

    private static boolean isLeaderless(TopicPartitionInfo partition) {
        Node leader = partition.leader();
        return leader == null || leader.isEmpty();
    }

    static String reason(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        return cause instanceof UnknownTopicOrPartitionException
                ? "not all of these topics exist yet: " + String.join(", ", TOPICS)
                : "Kafka cannot be reached (" + cause.getClass().getSimpleName() + ")";
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
