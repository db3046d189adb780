package io.cultivar.contract.event;

/**
 * A person left.
 *
 * @param kind whose decision it was
 */
public record EmploymentEnded(LeavingKind kind) implements EventData {

    static EmploymentEnded read(Fields data) {
        return new EmploymentEnded(data.oneOf("kind", LeavingKind.class));
    }

    @Override
    public EventType type() {
        return EventType.EMPLOYMENT_ENDED;
    }
}
