package io.cultivar.streams;

import io.cultivar.contract.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many dead letters wait: the records that {@code ingest.rejected} still holds. Whoever has dealt with some deletes
 * them up to an offset, as docs/OPERATING.md tells. Counted by offsets, so that a transaction of the pipeline that put
 * some aside counts as one more.
 */
final class RejectedRecords implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RejectedRecords.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.INGEST_REJECTED.name(), 0);

    /** Below the time that a scrape may take: a broker that does not answer must not cost the other metrics. */
    private static final int PATIENCE_MS = 2_000;

    private final Admin admin;

    RejectedRecords(String bootstrapServers) {
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MS));
    }

    /** The number; none while the brokers do not answer. */
    OptionalLong waiting() {
        ListOffsetsResult first = admin.listOffsets(Map.of(PARTITION, OffsetSpec.earliest()));
        ListOffsetsResult end = admin.listOffsets(Map.of(PARTITION, OffsetSpec.latest()));
        try {
            return OptionalLong.of(offset(end) - offset(first));
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("how many rejected records wait is not known: {}", e.getMessage());
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    private static long offset(ListOffsetsResult result)
            throws ExecutionException, TimeoutException, InterruptedException {
        return result.partitionResult(PARTITION)
                .get(PATIENCE_MS, TimeUnit.MILLISECONDS)
                .offset();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
