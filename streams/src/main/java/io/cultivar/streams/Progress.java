package io.cultivar.streams;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far one task has come: everything up to these offsets is in what it has sent, because nothing was left to do when it
 * said so. Sent behind the sums, in the same partitions, so that whoever reads it has read those.
 *
 * @param origin the task
 * @param asOf the as-of instant of all it has sent
 * @param processed the offset behind the last record processed, by {@code topic/partition}
 * @param arrived when those last records arrived
 * @param latestEventTime the greatest event time seen; null before the first event
 */
record Progress(
        String origin,
        @Nullable Instant asOf,
        Map<String, Long> processed,
        Map<String, Instant> arrived,
        @Nullable Instant latestEventTime)
        implements Message {

    Progress {
        processed = Collections.unmodifiableMap(new TreeMap<>(processed));
        arrived = Collections.unmodifiableMap(new TreeMap<>(arrived));
    }

    @Override
    public String key() {
        return "progress/" + origin;
    }

    @Override
    public @Nullable String scope() {
        return null;
    }

    /** The offset up to which a partition of a topic was processed; 0 where nothing is known. */
    long processed(String topicPartition) {
        return processed.getOrDefault(topicPartition, 0L);
    }

    /** The later of two instants, either of which may be unknown. */
    static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
