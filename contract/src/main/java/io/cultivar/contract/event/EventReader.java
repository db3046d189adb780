package io.cultivar.contract.event;

import static io.cultivar.contract.event.RejectionReason.INVALID_VALUE;
import static io.cultivar.contract.event.RejectionReason.MALFORMED_JSON;
import static io.cultivar.contract.event.RejectionReason.MISSING_FIELD;
import static io.cultivar.contract.event.RejectionReason.TOO_LARGE;
import static io.cultivar.contract.event.RejectionReason.UNKNOWN_TYPE;
import static io.cultivar.contract.event.RejectionReason.UNSUPPORTED_VERSION;
import static io.cultivar.contract.event.RejectionReason.WRONG_TYPE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.Term;
import io.cultivar.contract.event.Decoded.Accepted;
import io.cultivar.contract.event.Decoded.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Reads one CloudEvent. Whatever the bytes are, the answer is a value: {@link Accepted}, or {@link Rejected} with a reason
 * and a JSON pointer. Unknown fields are tolerated, unknown types are not.
 */
public final class EventReader {

    /** Longest event, in bytes. */
    public static final int MAX_BYTES = 64 * 1024;

    /** Longest event id that the door lets in; behind it, where pseudonyms have been put in, ids may be longer. */
    public static final int MAX_SUBMITTED_ID_LENGTH = Fields.MAX_NAME_LENGTH;

    private EventReader() {}

    /** Reads an event from its JSON. */
    public static Decoded read(byte[] json) {
        if (json.length > MAX_BYTES) {
            return new Rejected(TOO_LARGE, "", "the event has " + json.length + " bytes; the limit is " + MAX_BYTES);
        }
        try {
            return read(Json.tree(json));
        } catch (JsonProcessingException e) {
            return new Rejected(MALFORMED_JSON, "", malformed(e));
        }
    }

    /** Says, without quoting the text (it may name a person), what is wrong with JSON that cannot be parsed. */
    public static String malformed(JsonProcessingException e) {
        var location = e.getLocation();
        String where = location == null || location.getLineNr() < 0
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return "this is not valid JSON, or repeats a field, or is nested deeper than " + Json.MAX_DEPTH
                + ", or has a number longer than " + Json.MAX_NUMBER_LENGTH + " characters" + where;
    }

    /** Reads an event from a JSON tree. */
    public static Decoded read(JsonNode json) {
        try {
            if (!json.isObject()) {
                throw new InvalidEventException(WRONG_TYPE, "", "an event is a JSON object");
            }
            return new Accepted(event(new Fields(json, "")));
        } catch (InvalidEventException e) {
            return new Rejected(e.reason(), e.pointer(), String.valueOf(e.getMessage()));
        }
    }

    private static Event event(Fields envelope) {
        String version = envelope.text("specversion");
        if (!version.equals("1.0")) {
            throw envelope.invalid(UNSUPPORTED_VERSION, "specversion", "specversion must be \"1.0\"");
        }
        String id = envelope.eventId("id");
        String source = envelope.name("source");
        EventType type = type(envelope);
        var time = envelope.instant("time");
        var recordedTime = envelope.optionalInstant("recordedtime");
        String subject = envelope.optionalName("subject");
        EventData data = type.read(envelope.object("data"));
        checkSubject(envelope, subject, data);
        checkRetraction(envelope, id, source, data);
        return new Event(id, source, time, subject, recordedTime, data);
    }

    private static EventType type(Fields envelope) {
        String type = envelope.text("type");
        return Term.find(EventType.class, type)
                .orElseThrow(() -> envelope.invalid(
                        UNKNOWN_TYPE,
                        "type",
                        "unknown type; the known types are " + String.join(", ", Term.ids(EventType.class))));
    }

    private static void checkSubject(Fields envelope, @Nullable String subject, EventData data) {
        boolean mayBeAnonymous = data instanceof FeedbackGiven
                || (data instanceof EventRetracted retracted && retracted.program() != null);
        if (subject == null && !mayBeAnonymous) {
            throw envelope.invalid(
                    MISSING_FIELD,
                    "subject",
                    "subject is required: the " + data.type().subjectKind().id() + " that a "
                            + data.type().id() + " is about");
        }
    }

    private static void checkRetraction(Fields envelope, String id, String source, EventData data) {
        if (data instanceof EventRetracted retracted
                && retracted.id().equals(id)
                && retracted.source().equals(source)) {
            throw envelope.invalid(
                    INVALID_VALUE, "id", "a retraction needs an id of its own, other than that of what it retracts");
        }
    }
}
