package io.cultivar.contract.event;

import java.math.BigDecimal;

/**
 * A provider's performance was measured against its contract.
 *
 * @param kpi what was measured
 * @param value what was reached
 * @param target what was agreed
 * @param better which direction is an improvement
 */
public record ProviderMeasured(String kpi, BigDecimal value, BigDecimal target, Better better) implements EventData {

    static ProviderMeasured read(Fields data) {
        return new ProviderMeasured(
                data.name("kpi"), data.decimal("value"), data.decimal("target"), data.oneOf("better", Better.class));
    }

    @Override
    public EventType type() {
        return EventType.PROVIDER_MEASURED;
    }
}
