package io.cultivar.ingest;

import io.cultivar.contract.Json;
import io.cultivar.contract.Topics;
import io.cultivar.contract.event.Decoded;
import io.cultivar.contract.event.Decoded.Accepted;
import io.cultivar.contract.event.Decoded.Rejected;
import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.RejectedRecord;
import io.cultivar.ingest.Outcome.Failed;
import io.cultivar.ingest.Outcome.Published;
import io.cultivar.ingest.Outcome.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door itself: judges submitted events, hides the employees, and writes what was accepted to its topic and what was
 * refused to {@code ingest.rejected}. It answers when everything is durable. Safe for use by many threads.
 */
public final class EventIntake implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventIntake.class);

    private final EventSink sink;
    private final Duration ackTimeout;
    private final Pseudonyms pseudonyms;
    private final Rejections rejections;
    private final IngestMeters meters;
    private final InstantSource clock;

    EventIntake(
            EventSink sink,
            Duration ackTimeout,
            Pseudonyms pseudonyms,
            Sealer sealer,
            IngestMeters meters,
            InstantSource clock) {
        this.sink = sink;
        this.ackTimeout = ackTimeout;
        this.pseudonyms = pseudonyms;
        this.rejections = new Rejections(sealer);
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * An intake that writes to these servers, which need not be reachable yet.
     *
     * @param ackTimeout how long the broker may take to acknowledge
     * @param clock says when something was refused
     */
    public static EventIntake connect(
            String bootstrapServers,
            Duration ackTimeout,
            Pseudonyms pseudonyms,
            Sealer sealer,
            IngestMeters meters,
            InstantSource clock) {
        return new EventIntake(
                KafkaEventSink.connect(bootstrapServers, ackTimeout), ackTimeout, pseudonyms, sealer, meters, clock);
    }

    /**
     * Takes events and waits until the broker has acknowledged each of them, or has not done so in time.
     *
     * @param origin where they came in, for instance {@code http} or {@code file}; stands beside what is refused
     * @return one outcome for each event, in the same order
     */
    public List<Outcome> submit(List<Submission> events, String origin) {
        List<Pending> pending = new ArrayList<>(events.size());
        boolean brokerAbsent = false;
        for (Submission event : events) {
            // Each write to an absent broker blocks for seconds: one is enough to know.
            Pending next = brokerAbsent ? Pending.NOT_TRIED : write(event, origin);
            brokerAbsent |= next.written().isCompletedExceptionally();
            pending.add(next);
        }
        await(pending);
        List<Outcome> outcomes = pending.stream().map(this::outcome).toList();
        outcomes.forEach(meters::count);
        warnOfFailures(outcomes);
        return outcomes;
    }

    private static void warnOfFailures(List<Outcome> outcomes) {
        List<Failed> failed = outcomes.stream()
                .filter(Failed.class::isInstance)
                .map(Failed.class::cast)
                .toList();
        if (!failed.isEmpty()) {
            LOG.warn(
                    "Kafka did not take {} of {} events, and their sender is told to retry: {}",
                    failed.size(),
                    outcomes.size(),
                    failed.get(0).reason());
        }
    }

    private Pending write(Submission submission, String origin) {
        Instant now = clock.instant();
        Decoded decoded = submission.read();
        if (decoded instanceof Accepted accepted) {
            Event sent = accepted.event();
            Event hidden = pseudonyms.hide(sent);
            return new Pending(
                    new Published(sent.id(), sent.source(), sent.type(), sent.time(), hidden.topic()),
                    sink.write(hidden.topic(), hidden.key(), timestampMs(hidden.time(), now), hidden.toJson()));
        }
        Rejected rejected = (Rejected) decoded;
        RejectedRecord refusal = rejections.record(submission, rejected, origin, now);
        return new Pending(
                new Refused(rejected),
                sink.write(Topics.INGEST_REJECTED, null, timestampMs(now, now), Json.write(refusal)));
    }

    /**
     * The record's timestamp: the event's time as far as Kafka takes it. Kafka refuses times before 1970, and
     * brokers refuse times more than an hour ahead of their own; events have both. The event itself keeps its time.
     */
    private static long timestampMs(Instant time, Instant now) {
        return Math.max(0, Math.min(time.toEpochMilli(), now.toEpochMilli()));
    }

    private void await(List<Pending> pending) {
        try {
            CompletableFuture.allOf(pending.stream().map(Pending::written).toArray(CompletableFuture<?>[]::new))
                    .get(ackTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // Which of them failed or are late shows each by itself.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome outcome(Pending pending) {
        CompletableFuture<Void> written = pending.written();
        if (!written.isDone()) {
            return new Failed("the broker did not acknowledge within " + ackTimeout.toMillis() + " ms");
        }
        // The kind of error only: its message may quote the record.
        return written.handle((nothing, error) -> error == null
                        ? pending.ifWritten()
                        : new Failed("the broker could not take it ("
                                + error.getClass().getSimpleName() + ")"))
                .join();
    }

    /** Writes what is still buffered, then lets go of the broker. */
    @Override
    public void close() {
        sink.close();
    }

    /** An event on its way to the broker, and what has become of it once it is there. */
    private record Pending(Outcome ifWritten, CompletableFuture<Void> written) {

        static final Pending NOT_TRIED = new Pending(
                new Failed("the broker could not take an event before it"), CompletableFuture.completedFuture(null));
    }
}
