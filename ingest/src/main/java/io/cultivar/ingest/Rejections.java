package io.cultivar.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.Term;
import io.cultivar.contract.event.Decoded.Rejected;
import io.cultivar.contract.event.EventReader;
import io.cultivar.contract.event.EventType;
import io.cultivar.contract.event.RejectedRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns a refused event into the record that is kept of it. */
final class Rejections {

    /** Most bytes kept of one refused event: as many as an event may have; a record must fit through the broker. */
    static final int MAX_KEPT_BYTES = EventReader.MAX_BYTES;

    private final Sealer sealer;

    Rejections(Sealer sealer) {
        this.sealer = sealer;
    }

    RejectedRecord record(Submission submission, Rejected rejected, String origin, Instant receivedAt) {
        String message = submission.length() <= MAX_KEPT_BYTES
                ? rejected.message()
                : rejected.message() + " (of " + submission.length() + " bytes only the first " + MAX_KEPT_BYTES
                        + " are kept)";
        return new RejectedRecord(
                rejected.reason(),
                rejected.pointer(),
                message,
                origin,
                receivedAt,
                eventType(submission),
                sealer.seal(submission.bytes(MAX_KEPT_BYTES)));
    }

    /**
     * The event's type where it can be read and is one of ours: any other text might be anything, a name for instance.
     */
    private static @Nullable String eventType(Submission submission) {
        JsonNode tree = submission.tree();
        if (tree == null) {
            if (submission.length() > EventReader.MAX_BYTES) {
                return null;
            }
            try {
                tree = Json.tree(submission.bytes(EventReader.MAX_BYTES));
            } catch (JsonProcessingException e) {
                // No JSON, so no type: that is why it was refused.
                return null;
            }
        }
        return Term.find(EventType.class, tree.path("type").asText())
                .map(EventType::id)
                .orElse(null);
    }
}
