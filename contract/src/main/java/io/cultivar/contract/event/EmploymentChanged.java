package io.cultivar.contract.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something about a person's employment changed; absent fields did not.
 *
 * @param department where they now work
 * @param role what they now work as
 * @param location where in the world
 * @param annualSalary gross pay a year
 * @param currency ISO 4217 code of the salary
 */
public record EmploymentChanged(
        @Nullable String department,
        @Nullable String role,
        @Nullable String location,
        @Nullable BigDecimal annualSalary,
        @Nullable String currency)
        implements EventData {

    static EmploymentChanged read(Fields data) {
        return new EmploymentChanged(
                data.optionalName("department"),
                data.optionalName("role"),
                data.optionalName("location"),
                data.optionalDecimal("annualSalary", "0", "999999999999"),
                Currencies.optional(data, "currency"));
    }

    @Override
    public EventType type() {
        return EventType.EMPLOYMENT_CHANGED;
    }
}
