package io.cultivar.contract.event;

import java.math.BigDecimal;

/**
 * Something a person does at work was measured.
 *
 * @param metric what was measured
 * @param value the value, exactly as written
 */
public record OutcomeMeasured(String metric, BigDecimal value) implements EventData {

    static OutcomeMeasured read(Fields data) {
        return new OutcomeMeasured(data.name("metric"), data.decimal("value"));
    }

    @Override
    public EventType type() {
        return EventType.OUTCOME_MEASURED;
    }
}
