package io.cultivar.ingest;

import io.cultivar.contract.Topic;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where records are written to durably. */
interface EventSink extends AutoCloseable {

    /**
     * Writes one record.
     *
     * @param timestampMs milliseconds since 1970, not negative
     * @return completes when the record is durable; fails, possibly at once, where it cannot be written. Never throws
     */
    CompletableFuture<Void> write(Topic topic, @Nullable String key, long timestampMs, byte[] value);

    /** Writes what is still buffered, then lets go of the broker. */
    @Override
    void close();
}
