package io.cultivar.streams;

import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventType;
import io.cultivar.contract.event.RejectionReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the pipeline counts of the events that it reads:
 *
 * <ul>
 *   <li>{@code training_pipeline_events_duplicate_total{event_type}}: read, and known already.
 *   <li>{@code training_pipeline_events_late_total{event_type}}: read for the first time, of a month (UTC) before that of
 *       the newest event that its task had read; that one counts as of its arrival at the latest, so that a wrong date in
 *       the future makes nothing late. An import that brings one source after the other counts, too.
 *   <li>{@code training_pipeline_events_rejected_total{reason}}: put aside because they could not be used. Those that were
 *       refused at the door are counted there.
 *   <li>{@code training_pipeline_delay_seconds}: from the arrival of an event until everything that it changed was
 *       published, but for results that are held back until enough people changed in them. Once for each partition of a
 *       topic whenever that is told, of the newest event.
 * </ul>
 *
 * Each process counts for itself since its start: add them up over processes. What was read in a transaction that is not
 * committed is read, and counted, again.
 */
final class PipelineMeters {

    private static final Duration[] BUCKETS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofDays(1)
    };

    /** Neither what words mean nor what was a mistake happened in a month. */
    private static final Set<EventType> TIMELESS = Set.of(
            EventType.PROGRAM_DEFINED,
            EventType.METRIC_DEFINED,
            EventType.SKILL_REQUIRED,
            EventType.SOURCING_SCORED,
            EventType.EVENT_RETRACTED,
            EventType.EMPLOYEE_ERASED);

    private final Map<EventType, Counter> duplicate = new EnumMap<>(EventType.class);
    private final Map<EventType, Counter> late = new EnumMap<>(EventType.class);
    private final Map<RejectionReason, Counter> rejected = new EnumMap<>(RejectionReason.class);
    private final Timer delay;

    /** Registers all of them, at zero, so that a rate over the first event is seen. */
    PipelineMeters(MeterRegistry registry) {
        for (EventType type : EventType.values()) {
            duplicate.put(
                    type,
                    Counter.builder("training.pipeline.events.duplicate")
                            .description("Events dropped because their event id was already processed.")
                            .tag("event_type", type.id())
                            .register(registry));
            if (!TIMELESS.contains(type)) {
                late.put(
                        type,
                        Counter.builder("training.pipeline.events.late")
                                .description("Events of a month before that of the newest event read by then.")
                                .tag("event_type", type.id())
                                .register(registry));
            }
        }
        for (RejectionReason reason : RejectionReason.values()) {
            rejected.put(
                    reason,
                    Counter.builder("training.pipeline.events.rejected")
                            .description("Events put aside by the pipeline, by reason.")
                            .tag("reason", reason.id())
                            .register(registry));
        }
        delay = Timer.builder("training.pipeline.delay")
                .description("Time from arrival of an event to publication of the results it changed.")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /**
     * Counts an event that was taken in.
     *
     * @param entry what it brought
     * @param newest the time of the newest event that the task has read
     * @param arrivalMs when this one arrived
     */
    void read(Event event, Ledger.Entry entry, @Nullable Instant newest, long arrivalMs) {
        if (entry == Ledger.Entry.KNOWN) {
            Objects.requireNonNull(duplicate.get(event.type())).increment();
        } else if (entry == Ledger.Entry.NEW && newest != null && !TIMELESS.contains(event.type())) {
            Instant arrival = Instant.ofEpochMilli(arrivalMs);
            if (month(event.time()).isBefore(month(newest.isBefore(arrival) ? newest : arrival))) {
                Objects.requireNonNull(late.get(event.type())).increment();
            }
        }
    }

    /** Counts an event that was put aside. */
    void rejected(RejectionReason reason) {
        Objects.requireNonNull(rejected.get(reason)).increment();
    }

    /** Records that everything which arrived by an instant is published now. */
    void published(Instant arrival, Instant now) {
        // Clocks of two machines differ.
        delay.record(now.isAfter(arrival) ? Duration.between(arrival, now) : Duration.ZERO);
    }

    private static YearMonth month(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC));
    }
}
