package io.cultivar.contract.result;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the pipeline knows about its own input.
 *
 * @param partitions how many partitions the events have
 * @param asOf the as-of instant of all results; null while a new one is being applied
 * @param processed for each input partition, written {@code topic/partition}, the offset up to which every record is in
 *     the results
 * @param latestEventTime the greatest event time read
 * @param identityConflicts event ids that came with two different contents; the greater content hash stands
 * @param registerConflicts facts that several events claim at the same recorded time; the greater source and id stands
 * @param erasedEmployees people who left every store
 * @param heldBack the results that have changed but wait, because too few people in them changed; null where none does
 */
public record PipelineResult(
        int partitions,
        @Nullable Instant asOf,
        Map<String, Long> processed,
        @Nullable Instant latestEventTime,
        long identityConflicts,
        long registerConflicts,
        long erasedEmployees,
        @Nullable HeldBack heldBack) {

    /**
     * What is published is older than the input.
     *
     * @param results how many results wait, at least one
     * @param since since when the one waits that has waited longest
     */
    public record HeldBack(int results, Instant since) {}

    public PipelineResult {
        processed = java.util.Collections.unmodifiableMap(new TreeMap<>(processed));
    }
}
