package io.cultivar.metricsapi.published;

import io.cultivar.contract.Json;
import io.cultivar.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** The published topics as Kafka's own mock consumer shows them. */
final class PublishedTopics {

    static final TopicPartition PROGRAMS = new TopicPartition(Topics.PUBLISHED_PROGRAMS.name(), 0);
    static final TopicPartition COMPANY = new TopicPartition(Topics.PUBLISHED_COMPANY.name(), 0);
    static final TopicPartition PIPELINE = new TopicPartition(Topics.PUBLISHED_PIPELINE.name(), 0);

    static final TopicPartition LOG = new TopicPartition(Topics.PUBLISHED_LOG.name(), 0);

    private PublishedTopics() {}

    /** A consumer of topics that hold so many offsets, commit markers included; nothing about the company. */
    static MockConsumer<byte[], byte[]> consumer(long programsEnd, long pipelineEnd) {
        return consumer(programsEnd, 0, pipelineEnd);
    }

    static MockConsumer<byte[], byte[]> consumer(long programsEnd, long companyEnd, long pipelineEnd) {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
        create(consumer, PROGRAMS, programsEnd);
        create(consumer, COMPANY, companyEnd);
        create(consumer, PIPELINE, pipelineEnd);
        create(consumer, LOG, 0);
        return consumer;
    }

    static void create(MockConsumer<byte[], byte[]> consumer, TopicPartition partition, long end) {
        Node node = new Node(0, "broker", 9092);
        consumer.updatePartitions(
                partition.topic(),
                List.of(new PartitionInfo(partition.topic(), 0, node, new Node[] {node}, new Node[] {node})));
        consumer.updateBeginningOffsets(Map.of(partition, 0L));
        consumer.updateEndOffsets(Map.of(partition, end));
    }

    static ConsumerRecord<byte[], byte[]> program(long offset, String id, @Nullable Object result) {
        return item(PROGRAMS, offset, "program/" + id, result == null ? null : Json.write(result));
    }

    static ConsumerRecord<byte[], byte[]> pipeline(long offset) {
        return item(PIPELINE, offset, "pipeline", Json.write(SamplePrograms.pipeline()));
    }

    static ConsumerRecord<byte[], byte[]> company(long offset) {
        return item(COMPANY, offset, Topics.COMPANY, Json.write(SampleCompany.company()));
    }

    static ConsumerRecord<byte[], byte[]> portfolio(long offset) {
        return item(COMPANY, offset, Topics.PORTFOLIO, Json.write(SampleCompany.portfolio()));
    }

    static ConsumerRecord<byte[], byte[]> item(
            TopicPartition partition, long offset, String key, byte @Nullable [] value) {
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                SamplePrograms.PUBLISHED.toEpochMilli() + offset,
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                key.getBytes(StandardCharsets.UTF_8),
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
