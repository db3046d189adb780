package io.cultivar.local.containers;

import io.cultivar.contract.Json;
import io.cultivar.contract.Topic;
import io.cultivar.contract.Topics;
import io.cultivar.contract.result.PipelineResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The published topics as anybody outside sees them. */
final class PublishedTopics implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;

    PublishedTopics(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** How many records each event partition holds now, by {@code topic/partition}. */
    Map<String, Long> eventOffsets(int partitions) {
        List<TopicPartition> all = Stream.of(Topics.LEARNING_EVENTS, Topics.WORKFORCE_EVENTS, Topics.PROGRAM_EVENTS)
                .flatMap(topic -> IntStream.range(0, partitions).mapToObj(p -> new TopicPartition(topic.name(), p)))
                .toList();
        Map<String, Long> offsets = new TreeMap<>();
        consumer.endOffsets(all).forEach((tp, offset) -> offsets.put(tp.topic() + "/" + tp.partition(), offset));
        return offsets;
    }

    /** What the pipeline says about its input now; empty before it says anything. */
    Optional<PipelineResult> pipeline() {
        return latest(Topics.PUBLISHED_PIPELINE).values().stream()
                .map(json -> Json.read(json.getBytes(StandardCharsets.UTF_8), PipelineResult.class))
                .findAny();
    }

    /** The result of every program as JSON text, exactly as published. */
    SortedMap<String, String> programs() {
        return latest(Topics.PUBLISHED_PROGRAMS);
    }

    private SortedMap<String, String> latest(Topic topic) {
        var partition = new TopicPartition(topic.name(), 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        SortedMap<String, String> latest = new TreeMap<>();
        while (consumer.position(partition) < end) {
            consumer.poll(POLL).forEach(record -> {
                if (record.value() == null) {
                    latest.remove(record.key());
                } else {
                    latest.put(record.key(), new String(record.value(), StandardCharsets.UTF_8));
                }
            });
        }
        return latest;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
