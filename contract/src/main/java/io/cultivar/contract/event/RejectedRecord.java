package io.cultivar.contract.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record of {@code ingest.rejected}: what was refused, and why. The submitted bytes may name a person, so they are kept
 * only sealed (AES-GCM under a key derived from the pseudonym key).
 *
 * @param reason the closed-set reason
 * @param pointer JSON pointer to the offending place within the event
 * @param message one sentence that names the value and the limit
 * @param origin where it came in: {@code http}, {@code file}, or {@code topic/partition@offset}
 * @param receivedAt when it was refused
 * @param eventType its type, where that could be read and is one of ours
 * @param sealedBytes the submitted bytes, sealed, in base64; null where only the topic holds them
 */
public record RejectedRecord(
        RejectionReason reason,
        String pointer,
        String message,
        String origin,
        Instant receivedAt,
        @Nullable String eventType,
        @Nullable String sealedBytes) {}
