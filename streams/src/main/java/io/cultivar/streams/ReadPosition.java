package io.cultivar.streams;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** How far one task has read and what it last said about it; kept in a store, so that a restart neither forgets nor hangs. */
final class ReadPosition {

    private static final String AS_OF = "as-of";
    private static final String LATEST = "latest-event-time";
    private static final String ROUND = "round";
    private static final String SAID = "said";
    private static final String OFFSET = "offset/";

    private final KeyValueStore<String, String> store;

    ReadPosition(ProcessingContext context, String store) {
        this.store = context.getStateStore(store);
    }

    /** The record at hand, which arrived then, was processed. */
    void advance(ProcessingContext context, Instant arrived) {
        context.recordMetadata()
                .ifPresent(record -> advance(record.topic() + "/" + record.partition(), record.offset() + 1, arrived));
    }

    /** Another task has come as far as it says. */
    void follow(Progress progress) {
        progress.arrived()
                .forEach((topicPartition, arrived) ->
                        advance(topicPartition, progress.processed(topicPartition), arrived));
    }

    private void advance(String topicPartition, long offset, Instant arrived) {
        store.put(OFFSET + topicPartition, offset + " " + arrived);
    }

    void saw(Instant eventTime) {
        Instant latest = latest();
        if (latest == null || eventTime.isAfter(latest)) {
            store.put(LATEST, eventTime.toString());
        }
    }

    /** The greatest event time seen; null before the first event. */
    @Nullable
    Instant latest() {
        return instant(LATEST);
    }

    @Nullable
    Instant asOf() {
        return instant(AS_OF);
    }

    void asOf(Instant asOf) {
        store.put(AS_OF, asOf.toString());
    }

    /** Which round of folding this is: it tells what came in since the last one. */
    long round() {
        String text = store.get(ROUND);
        return text == null ? 1 : Long.parseLong(text);
    }

    void nextRound() {
        store.put(ROUND, Long.toString(round() + 1));
    }

    private @Nullable Instant instant(String key) {
        String text = store.get(key);
        return text == null ? null : Instant.parse(text);
    }

    Progress progress(String origin) {
        Map<String, Long> processed = new TreeMap<>();
        Map<String, Instant> arrived = new TreeMap<>();
        try (var all = Ledger.scan(store, OFFSET)) {
            all.forEachRemaining(entry -> {
                String topicPartition = entry.key.substring(OFFSET.length());
                int space = entry.value.indexOf(' ');
                processed.put(topicPartition, Long.valueOf(entry.value.substring(0, space)));
                arrived.put(topicPartition, Instant.parse(entry.value.substring(space + 1)));
            });
        }
        return new Progress(origin, asOf(), processed, arrived, latest());
    }

    /** Whether this was not the last thing said; from now on it is. */
    boolean isNews(Progress progress) {
        String text = progress.toString();
        if (text.equals(store.get(SAID))) {
            return false;
        }
        store.put(SAID, text);
        return true;
    }
}
