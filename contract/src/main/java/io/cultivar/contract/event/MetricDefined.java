package io.cultivar.contract.event;

import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/**
 * What an outcome metric means.
 *
 * @param title what people call it
 * @param category what it is about
 * @param unit what one of it is
 * @param per the stretch of time that one value covers
 * @param better which direction is an improvement
 * @param cap values outside are counted at its ends
 */
public record MetricDefined(
        String title,
        MetricCategory category,
        String unit,
        PeriodDuration per,
        Better better,
        @Nullable Cap cap) implements EventData {

    static MetricDefined read(Fields data) {
        return new MetricDefined(
                data.name("title"),
                data.oneOf("category", MetricCategory.class),
                data.name("unit"),
                data.positivePeriod("per"),
                data.oneOf("better", Better.class),
                data.has("cap") ? Cap.read(data.object("cap")) : null);
    }

    @Override
    public EventType type() {
        return EventType.METRIC_DEFINED;
    }
}
