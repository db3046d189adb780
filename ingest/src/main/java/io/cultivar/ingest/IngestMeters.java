package io.cultivar.ingest;

import io.cultivar.contract.event.EventType;
import io.cultivar.contract.event.RejectionReason;
import io.cultivar.ingest.Outcome.Published;
import io.cultivar.ingest.Outcome.Refused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What this process counts. Every received event is counted once, when its outcome is known:
 *
 * <pre>received = accepted + rejected + failed</pre>
 *
 * <ul>
 *   <li>{@code training_pipeline_events_accepted_total{event_type}}: acknowledged by the broker. A duplicate counts
 *       again.
 *   <li>{@code training_pipeline_events_rejected_total{reason}}: refused, and the refusal acknowledged by the broker.
 *   <li>{@code training_pipeline_events_failed_total}: not acknowledged; the sender was told to retry, so the same
 *       event appears again as one of the two above. Alert when it keeps growing: Kafka is unwell.
 *   <li>{@code training_pipeline_last_event_timestamp_seconds{event_type}}: when this process last accepted one.
 *   <li>{@code ingest_request_duration_seconds{status}}: how long requests to {@code /v1/events} took. Requests that
 *       are refused as a whole (413, 415, 429) are counted here only.
 * </ul>
 */
public final class IngestMeters {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final MeterRegistry registry;
    private final Map<EventType, Counter> accepted = new EnumMap<>(EventType.class);
    private final Map<RejectionReason, Counter> rejected = new EnumMap<>(RejectionReason.class);
    private final Map<EventType, AtomicLong> lastAccepted = new ConcurrentHashMap<>();
    private final Counter failed;

    /** Registers all counters, at zero, so that a rate over the first event is seen. */
    public IngestMeters(MeterRegistry registry) {
        this.registry = registry;
        for (EventType type : EventType.values()) {
            accepted.put(
                    type,
                    Counter.builder("training.pipeline.events.accepted")
                            .description("Events accepted at the edge.")
                            .tag("event_type", type.id())
                            .register(registry));
        }
        for (RejectionReason reason : RejectionReason.values()) {
            rejected.put(
                    reason,
                    Counter.builder("training.pipeline.events.rejected")
                            .description("Events rejected at the edge, by reason.")
                            .tag("reason", reason.id())
                            .register(registry));
        }
        failed = Counter.builder("training.pipeline.events.failed")
                .description("Events that the broker did not acknowledge; their senders were told to retry.")
                .register(registry);
    }

    /** Counts one received event. */
    void count(Outcome outcome) {
        if (outcome instanceof Published published) {
            Objects.requireNonNull(accepted.get(published.type())).increment();
            lastAccepted
                    .computeIfAbsent(published.type(), this::lastAccepted)
                    .set(registry.config().clock().wallTime());
        } else if (outcome instanceof Refused refused) {
            Objects.requireNonNull(rejected.get(refused.rejection().reason())).increment();
        } else {
            failed.increment();
        }
    }

    /** There is none before the first event of the type. */
    private AtomicLong lastAccepted(EventType type) {
        var millis = new AtomicLong();
        TimeGauge.builder("training.pipeline.last.event.timestamp", millis, TimeUnit.MILLISECONDS, AtomicLong::get)
                .description("Arrival time of the last accepted event of the type.")
                .tag("event_type", type.id())
                .register(registry);
        return millis;
    }

    /** Records one answered request. */
    void request(int status, Duration duration) {
        Timer.builder("ingest.request.duration")
                .description("Duration of requests that submit events, by HTTP status.")
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(duration);
    }
}
