package io.cultivar.metricsapi.published;

import io.cultivar.contract.Topic;
import io.cultivar.contract.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Keeps the newest {@link Snapshot} of what was published. Each replica reads everything for itself. While the broker is
 * away the last snapshot stays; whatever breaks the reading is logged, counted and answered by reading anew from the
 * beginning, and the old snapshot stays until the new one is complete.
 */
public final class PublishedReader implements Runnable, SnapshotSource {

    static final List<Topic> TOPICS = List.of(
            Topics.PUBLISHED_PROGRAMS, Topics.PUBLISHED_COMPANY, Topics.PUBLISHED_PIPELINE, Topics.PUBLISHED_LOG);

    /**
     * How patient the reader is.
     *
     * @param poll longest wait for records
     * @param broker longest wait for an answer of the broker
     * @param retry wait before another try, and between questions whether the snapshot is current
     */
    public record Patience(Duration poll, Duration broker, Duration retry) {
        /** That of the service. */
        public static final Patience USUAL =
                new Patience(Duration.ofMillis(500), Duration.ofSeconds(10), Duration.ofSeconds(2));
    }

    private static final Logger LOG = LoggerFactory.getLogger(PublishedReader.class);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Clock clock;
    private final Patience patience;
    private final ReaderMeters meters;
    private final AtomicReference<@Nullable Snapshot> snapshot = new AtomicReference<>();
    private final AtomicReference<@Nullable Instant> currentAt = new AtomicReference<>();
    private final AtomicReference<@Nullable Consumer<byte[], byte[]>> current = new AtomicReference<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile java.util.function.Consumer<Snapshot> preparation = snapshot -> {};

    /** Reads by these consumers, each used until its reading breaks off, once it is run. */
    public PublishedReader(
            Supplier<Consumer<byte[], byte[]>> consumers, Clock clock, Patience patience, ReaderMeters meters) {
        this.consumers = consumers;
        this.clock = clock;
        this.patience = patience;
        this.meters = meters;
    }

    /** Lets this see each snapshot, on the reading thread, before anybody else does: for what takes long to make of it. */
    public void beforeShowing(java.util.function.Consumer<Snapshot> prepare) {
        preparation = prepare;
    }

    @Override
    public Optional<Snapshot> snapshot() {
        return Optional.ofNullable(snapshot.get());
    }

    @Override
    public Optional<Instant> currentAt() {
        return Optional.ofNullable(currentAt.get());
    }

    /** Makes {@link #run} return, whatever it is waiting for. */
    public void stop() {
        stopped.countDown();
        Consumer<byte[], byte[]> consumer = current.get();
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    @Override
    public void run() {
        while (!isStopped()) {
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                current.set(consumer);
                follow(consumer);
            } catch (WakeupException e) {
                LOG.debug("asked to stop", e);
            } catch (InterruptException e) {
                LOG.warn("reading was interrupted, no more is read", e);
                stopped.countDown();
            } catch (KafkaException e) {
                meters.failures().increment();
                Throwable why = e.getCause() == null ? e : e.getCause();
                LOG.warn("cannot read what was published, will try again: {}", why.toString());
            } catch (RuntimeException e) {
                meters.failures().increment();
                LOG.error("reading what was published broke off, will start anew", e);
            }
            pause();
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        Optional<PublishedTail> found = open(consumer);
        if (found.isEmpty()) {
            return;
        }
        PublishedTail tail = found.get();
        Instant nextQuestion = Instant.MIN;
        while (!isStopped()) {
            tail.poll(patience.poll(), clock.instant()).ifPresent(this::show);
            if (!clock.instant().isBefore(nextQuestion)) {
                askWhetherCurrent(tail);
                nextQuestion = clock.instant().plus(patience.retry());
            }
        }
    }

    /** A consumer is costly to make, so one waits for the topics to appear. */
    private Optional<PublishedTail> open(Consumer<byte[], byte[]> consumer) {
        for (boolean first = true; !isStopped(); first = false) {
            Optional<PublishedTail> tail = PublishedTail.open(consumer, TOPICS, patience.broker(), meters);
            if (tail.isPresent()) {
                return tail;
            }
            LOG.atLevel(first ? Level.INFO : Level.DEBUG)
                    .log(
                            "waiting for the topics {}",
                            TOPICS.stream().map(Topic::name).toList());
            pause();
        }
        return Optional.empty();
    }

    private void show(Snapshot newest) {
        try {
            preparation.accept(newest);
        } catch (RuntimeException e) {
            // Who needs what was to be prepared makes it then, and answers for its failure; all others still see what
            // is new.
            LOG.error("a snapshot could not be prepared; it is shown all the same", e);
        }
        if (snapshot.getAndSet(newest) == null) {
            LOG.info("ready with {} programs", newest.programs().size());
        }
    }

    private void askWhetherCurrent(PublishedTail tail) {
        try {
            if (tail.isCurrent(patience.broker())) {
                currentAt.set(clock.instant());
            }
        } catch (TimeoutException e) {
            LOG.warn("the broker is away; what it last published stays: {}", e.toString());
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void pause() {
        try {
            if (stopped.await(patience.retry().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }
}
