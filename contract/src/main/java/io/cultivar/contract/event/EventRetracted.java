package io.cultivar.contract.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An event never was. The retraction may come before the event; it names the original's subject as its own, so that both
 * meet in one partition.
 *
 * @param retractedType the type of the original, which says where it went
 * @param source the source of the original
 * @param id the id of the original
 * @param program only for anonymous feedback, which has no subject: its program
 */
public record EventRetracted(
        @JsonProperty("type") EventType retractedType,
        String source,
        String id,
        @Nullable String program) implements EventData {

    static EventRetracted read(Fields data) {
        EventType type = data.oneOf("type", EventType.class);
        if (type == EventType.EVENT_RETRACTED || type == EventType.EMPLOYEE_ERASED) {
            throw data.invalid(
                    RejectionReason.INVALID_VALUE,
                    "type",
                    type == EventType.EMPLOYEE_ERASED
                            ? "an erasure is for ever and cannot be retracted"
                            : "a retraction cannot be retracted; send the original again under a new id");
        }
        String program = type == EventType.FEEDBACK_GIVEN ? data.optionalName("program") : null;
        return new EventRetracted(type, data.name("source"), data.eventId("id"), program);
    }

    @Override
    public EventType type() {
        return EventType.EVENT_RETRACTED;
    }
}
