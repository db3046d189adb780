package io.cultivar.metricsapi.published;

import io.cultivar.contract.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * Follows all partitions of the published topics from their beginning, without a group. It has caught up when the
 * consumer's <em>position</em> has passed the ends that were there at the start: commit markers take offsets of their
 * own,
 * so "the last record's offset + 1" never gets there. For one thread.
 */
final class PublishedTail {

    /** Pieces of one publication come within this time of each other: one topic after another, and in several fetches. */
    private static final Duration TOGETHER = Duration.ofMillis(100);

    /** Where it never ends, as in an import, what has come by then is shown. */
    private static final int MOST_PIECES = 20;

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> endsAtStart;
    private final ReaderMeters meters;
    private final PublishedView view = new PublishedView();
    private boolean caughtUp;

    private PublishedTail(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> endsAtStart, ReaderMeters meters) {
        this.consumer = consumer;
        this.endsAtStart = Map.copyOf(endsAtStart);
        this.meters = meters;
    }

    /** Starts at the beginning of the topics, or empty while one of them does not exist. */
    static Optional<PublishedTail> open(
            Consumer<byte[], byte[]> consumer, List<Topic> topics, Duration timeout, ReaderMeters meters) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic topic : topics) {
            List<PartitionInfo> found = consumer.partitionsFor(topic.name(), timeout);
            if (found == null || found.isEmpty()) {
                return Optional.empty();
            }
            found.forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return Optional.of(new PublishedTail(consumer, consumer.endOffsets(partitions, timeout), meters));
    }

    /**
     * Reads what has come in, waiting no longer than {@code wait} for the first of it, and then until no more comes: what is
     * published together is shown together.
     *
     * @return the new snapshot where there is one to show: everything from before the start has been read, and
     * something has
     *     changed since the last one
     */
    Optional<Snapshot> poll(Duration wait, Instant now) {
        boolean changed = read(wait);
        boolean more = changed;
        for (int piece = 1; more && piece < MOST_PIECES; piece++) {
            more = read(TOGETHER);
        }
        boolean justCaughtUp = !caughtUp && passed(endsAtStart);
        caughtUp = caughtUp || justCaughtUp;
        return justCaughtUp || (caughtUp && changed) ? Optional.of(view.snapshot(now)) : Optional.empty();
    }

    private boolean read(Duration wait) {
        boolean found = false;
        for (ConsumerRecord<byte[], byte[]> item : consumer.poll(wait)) {
            found = true;
            if (!view.accept(item)) {
                meters.unreadable().increment();
            }
        }
        return found;
    }

    /** Asks the broker whether everything that is published by now has been read. */
    boolean isCurrent(Duration timeout) {
        return caughtUp && passed(consumer.endOffsets(endsAtStart.keySet(), timeout));
    }

    private boolean passed(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
