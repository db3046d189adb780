package io.cultivar.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * A person leaves every store: all their events, sent before or after this one, count no longer, for ever.
 *
 * @param reason why, without naming the person
 */
public record EmployeeErased(@Nullable String reason) implements EventData {

    static EmployeeErased read(Fields data) {
        return new EmployeeErased(data.optionalText("reason"));
    }

    @Override
    public EventType type() {
        return EventType.EMPLOYEE_ERASED;
    }
}
