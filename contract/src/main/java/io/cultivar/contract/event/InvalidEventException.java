package io.cultivar.contract.event;

import io.cultivar.contract.event.Decoded.Rejected;

/** Thrown while an event is read; {@link EventReader} turns it into a {@link Rejected} value at the border. */
final class InvalidEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RejectionReason reason;
    private final String pointer;

    InvalidEventException(RejectionReason reason, String pointer, String message) {
        super(message, null, false, false);
        this.reason = reason;
        this.pointer = pointer;
    }

    RejectionReason reason() {
        return reason;
    }

    String pointer() {
        return pointer;
    }
}
