package io.cultivar.ingest;

import io.cultivar.contract.Topic;
import io.cultivar.contract.event.Decoded;
import io.cultivar.contract.event.EventType;
import java.time.Instant;

/** What became of one submitted event. Whichever it is, sending the event again does no harm. */
public sealed interface Outcome {

    /**
     * Durably written.
     *
     * @param id the event's id as it was sent: it may name an employee, so it goes back to the sender and nowhere else
     * @param source the event's source
     * @param type the event's type
     * @param time when it happened
     * @param topic where it was written to
     */
    record Published(String id, String source, EventType type, Instant time, Topic topic) implements Outcome {}

    /** Not acceptable; the refusal is durably written to {@code ingest.rejected}, with the bytes sealed. */
    record Refused(Decoded.Rejected rejection) implements Outcome {}

    /**
     * The broker could not take it, or did not say in time that it had: send it again.
     *
     * @param reason one sentence; it quotes nothing of the event
     */
    record Failed(String reason) implements Outcome {}
}
