package io.cultivar.metricsapi.rest;

import io.cultivar.contract.result.PipelineResult;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the input has been read: what lies beyond is in no row.
 *
 * @param latestEventTime the greatest event time read; null where none was
 * @param processed for each input partition, written {@code topic/partition}, the offset up to which every record is in
 *     the results
 */
record Watermark(@Nullable Instant latestEventTime, Map<String, Long> processed) {

    static Watermark of(PipelineResult pipeline) {
        return new Watermark(pipeline.latestEventTime(), pipeline.processed());
    }
}
