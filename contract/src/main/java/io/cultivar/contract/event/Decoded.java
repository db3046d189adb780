package io.cultivar.contract.event;

import java.util.Objects;

/** What became of one submitted event: it was understood, or it was refused with a reason. */
public sealed interface Decoded {

    /** Understood and valid. */
    record Accepted(Event event) implements Decoded {}

    /**
     * Refused.
     *
     * @param reason the closed-set reason
     * @param pointer RFC 6901 JSON pointer to the offending place within the event; empty for the event as a whole
     * @param message one sentence that names the value and the limit
     */
    record Rejected(RejectionReason reason, String pointer, String message) implements Decoded {
        public Rejected {
            Objects.requireNonNull(reason);
            Objects.requireNonNull(pointer);
            Objects.requireNonNull(message);
        }
    }
}
