package io.cultivar.contract.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Money was spent on a program; it counts from the event's time on.
 *
 * @param category what it was spent on
 * @param amount how much; negative for a refund
 * @param currency ISO 4217 code
 * @param provider who was paid
 * @param standardError how uncertain the amount is, where it is an estimate
 */
public record CostIncurred(
        CostCategory category,
        BigDecimal amount,
        String currency,
        @Nullable String provider,
        @Nullable BigDecimal standardError)
        implements EventData {

    static CostIncurred read(Fields data) {
        return new CostIncurred(
                data.oneOf("category", CostCategory.class),
                data.decimal("amount"),
                Currencies.required(data, "currency"),
                data.optionalName("provider"),
                data.optionalDecimal("standardError", "0", "999999999999999"));
    }

    @Override
    public EventType type() {
        return EventType.COST_INCURRED;
    }
}
