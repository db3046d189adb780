package io.cultivar.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * Beats while a task has work and rests when it has none: every beat makes Kafka Streams commit, and ten idle commits a
 * second in every thread cost half a processor core. Now and then it beats all the same, because a new day may have come.
 */
final class Pulse {

    private static final Duration AT_REST = Duration.ofSeconds(30);

    private final ProcessingContext context;
    private final Duration interval;
    private final Predicate<Instant> work;
    private @Nullable Cancellable beating;

    /**
     * Starts beating, because a restarted task may have found work in its stores.
     *
     * @param work one beat, given the time; answers whether anything is left to do
     */
    Pulse(ProcessingContext context, Duration interval, Predicate<Instant> work) {
        this.context = context;
        this.interval = interval;
        this.work = work;
        context.schedule(AT_REST, PunctuationType.WALL_CLOCK_TIME, nowMs -> quicken());
        quicken();
    }

    /** There is work. */
    void quicken() {
        if (beating == null) {
            beating = context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, this::beat);
        }
    }

    private void beat(long nowMs) {
        boolean busy = work.test(Instant.ofEpochMilli(nowMs));
        if (!busy && beating != null) {
            beating.cancel();
            beating = null;
        }
    }
}
