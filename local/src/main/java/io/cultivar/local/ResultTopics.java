package io.cultivar.local;

import io.cultivar.contract.Json;
import io.cultivar.contract.Topic;
import io.cultivar.contract.Topics;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.ProgramResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Looks at the pipeline's topics from outside: how far has it come, and what has it found. */
final class ResultTopics implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final String PROGRAM = "program/";

    private final String applicationId;
    private final Admin admin;
    private final Consumer<String, byte[]> consumer;

    ResultTopics(String bootstrapServers, String applicationId) {
        this.applicationId = applicationId;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        this.consumer = new KafkaConsumer<>(
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
        List<TopicPartition> all = new ArrayList<>();
        for (Topic topic : List.of(Topics.LEARNING_EVENTS, Topics.WORKFORCE_EVENTS, Topics.PROGRAM_EVENTS)) {
            IntStream.range(0, partitions).forEach(p -> all.add(new TopicPartition(topic.name(), p)));
        }
        Map<String, Long> offsets = new TreeMap<>();
        consumer.endOffsets(all).forEach((tp, offset) -> offsets.put(tp.topic() + "/" + tp.partition(), offset));
        return offsets;
    }

    /**
     * Waits until everything up to these offsets is in the results, for this as-of instant: nothing is left to read, to
     * fold again, to add up or to publish.
     *
     * @param alive asked now and then; ends the wait where it throws
     * @param progress told now and then how many records have been read
     */
    PipelineResult await(Map<String, Long> offsets, Instant asOf, Runnable alive, LongConsumer progress) {
        var partition = new TopicPartition(Topics.PUBLISHED_PIPELINE.name(), 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        while (true) {
            alive.run();
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                var pipeline = Json.read(record.value(), PipelineResult.class);
                if (asOf.equals(pipeline.asOf()) && covers(pipeline.processed(), offsets)) {
                    return pipeline;
                }
            }
            progress.accept(recordsRead(offsets));
        }
    }

    private static boolean covers(Map<String, Long> processed, Map<String, Long> offsets) {
        return offsets.entrySet().stream()
                .allMatch(offset -> processed.getOrDefault(offset.getKey(), 0L) >= offset.getValue());
    }

    private long recordsRead(Map<String, Long> offsets) {
        try {
            return admin
                    .listConsumerGroupOffsets(applicationId)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()
                    .stream()
                    .filter(entry -> offsets.containsKey(
                            entry.getKey().topic() + "/" + entry.getKey().partition()))
                    .mapToLong(entry ->
                            entry.getValue() == null ? 0 : entry.getValue().offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not say how far the pipeline has come", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the pipeline", e);
        }
    }

    /** What was found: the programs, by id, the company and, where it was published, the portfolio. */
    record Results(
            List<ProgramResult> programs, Optional<CompanyResult> company, Optional<PortfolioResult> portfolio) {}

    /** Every result exactly, small groups included. */
    Results exact() {
        return results(latest(Topics.EVALUATION_RESULTS));
    }

    /** What may be seen. */
    Results published() {
        Map<String, byte[]> all = latest(Topics.PUBLISHED_PROGRAMS);
        all.putAll(latest(Topics.PUBLISHED_COMPANY));
        return results(all);
    }

    private static Results results(Map<String, byte[]> latest) {
        return new Results(
                latest.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(PROGRAM))
                        .map(entry -> Json.read(entry.getValue(), ProgramResult.class))
                        .toList(),
                Optional.ofNullable(latest.get(Topics.COMPANY)).map(json -> Json.read(json, CompanyResult.class)),
                Optional.ofNullable(latest.get(Topics.PORTFOLIO)).map(json -> Json.read(json, PortfolioResult.class)));
    }

    /** The latest value of each key of a topic. */
    private Map<String, byte[]> latest(Topic topic) {
        var partition = new TopicPartition(topic.name(), 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        Map<String, byte[]> latest = new TreeMap<>();
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                Optional.ofNullable(record.value())
                        .ifPresentOrElse(value -> latest.put(record.key(), value), () -> latest.remove(record.key()));
            }
        }
        return latest;
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
