package io.cultivar.local.sample;

import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventData;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what one of the company's systems reports. */
final class EventLog {

    private final String source;
    private final List<Event> events = new ArrayList<>();

    EventLog(String system) {
        this.source = "urn:sample:" + system;
    }

    void add(String id, Instant time, @Nullable String subject, EventData data) {
        events.add(new Event(id, source, time, subject, null, data));
    }

    List<Event> events() {
        return Collections.unmodifiableList(events);
    }

    static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }
}
