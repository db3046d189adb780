package io.cultivar.contract.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A person was hired, or hired again.
 *
 * @param department where they work
 * @param role what they work as
 * @param location where in the world
 * @param annualSalary gross pay a year
 * @param currency ISO 4217 code of the salary
 */
public record EmploymentStarted(
        @Nullable String department,
        @Nullable String role,
        @Nullable String location,
        @Nullable BigDecimal annualSalary,
        @Nullable String currency)
        implements EventData {

    static EmploymentStarted read(Fields data) {
        return new EmploymentStarted(
                data.optionalName("department"),
                data.optionalName("role"),
                data.optionalName("location"),
                data.optionalDecimal("annualSalary", "0", "999999999999"),
                Currencies.optional(data, "currency"));
    }

    @Override
    public EventType type() {
        return EventType.EMPLOYMENT_STARTED;
    }
}
