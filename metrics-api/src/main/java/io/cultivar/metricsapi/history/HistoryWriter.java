package io.cultivar.metricsapi.history;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the history the newest publication. Each is whole, so nothing is queued: after an outage of any length, and from an
 * empty database, the newest one is all there is to write. Nothing that goes wrong here stops anything else.
 */
public final class HistoryWriter implements Runnable {

    /**
     * How often it looks, and how patient it is.
     *
     * @param look wait between looks for a newer publication: what comes quicker is written once
     * @param check how often the database is asked whether it still holds the newest one, which another writer, or
     *     somebody who restores a backup, may have changed
     * @param firstRetry wait after a failure, doubled with each further one
     * @param longestRetry up to this; as often it is said in the log that another writer's history still stands in the way
     */
    public record Rhythm(Duration look, Duration check, Duration firstRetry, Duration longestRetry) {
        public static final Rhythm USUAL =
                new Rhythm(Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    private static final Logger LOG = LoggerFactory.getLogger(HistoryWriter.class);

    private final Supplier<Optional<Publication>> newest;
    private final HistoryStore store;
    private final Clock clock;
    private final Rhythm rhythm;
    private final HistoryMeters meters;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Written by the thread that runs this, read by all. */
    private volatile HistoryState state = new HistoryState("waiting", null, null);

    private boolean migrated;
    private @Nullable String held;
    private Instant nextCheck = Instant.MIN;
    private int failuresInARow;

    /** When to say that what this replica knows is not written; null while it is. */
    private @Nullable Instant nextWarning;

    /** Connects to nothing before it runs; {@code newest} is empty until there is something to write. */
    public HistoryWriter(
            HistoryConfig config,
            Supplier<Optional<Publication>> newest,
            Clock clock,
            Rhythm rhythm,
            MeterRegistry registry) {
        this.store = new HistoryStore(config);
        this.newest = newest;
        this.clock = clock;
        this.rhythm = rhythm;
        this.meters = HistoryMeters.in(registry, this::currentSeconds);
    }

    public HistoryState state() {
        return state;
    }

    private Number currentSeconds() {
        Instant current = state.current();
        return current == null ? 0 : current.toEpochMilli() / 1000.0;
    }

    /** Makes {@link #run} return once the try that is under way has ended. */
    public void stop() {
        stopped.countDown();
    }

    @Override
    public void run() {
        while (!pause(tryOnce())) {
            LOG.trace("looking for a newer publication");
        }
    }

    /** Brings the history up to date where it is not; answers how long to wait before the next try. */
    private Duration tryOnce() {
        try {
            newest.get().filter(this::isDue).ifPresent(this::write);
            return rhythm.look();
        } catch (Unavailable | FlywayException e) {
            LOG.warn("the history cannot be written, will try again: {}", cause(e).toString());
            return failed(e);
        } catch (RuntimeException e) {
            LOG.error("the history cannot be written because of a defect, will try again", e);
            return failed(e);
        }
    }

    private boolean isDue(Publication publication) {
        return !publication.identity().equals(held) || !clock.instant().isBefore(nextCheck);
    }

    private void write(Publication publication) {
        if (!migrated) {
            store.migrate();
            migrated = true;
        }
        switch (store(publication)) {
            case WRITTEN -> {
                meters.written().increment();
                hold(publication);
            }
            case UNCHANGED -> hold(publication);
            case SUPERSEDED -> giveWay(publication);
        }
        failuresInARow = 0;
    }

    /** Another replica knows more: this one catches up with it at once, or is cut off from the broker, or a clock is wrong. */
    private void giveWay(Publication publication) {
        held = null;
        state = new HistoryState("behind", state.current(), null);
        Instant now = clock.instant();
        if (nextWarning != null && !now.isBefore(nextWarning)) {
            LOG.warn(
                    "the history is not written: another writer confirmed it at {}, this one knows all that was published by"
                            + " {}; this one is cut off from the broker, or a clock is wrong",
                    confirmed(),
                    publication.confirmed());
            nextWarning = null;
        }
        if (nextWarning == null) {
            nextWarning = now.plus(rhythm.longestRetry());
        }
    }

    private String confirmed() {
        try {
            return store.confirmed().map(Instant::toString).orElse("no time");
        } catch (SQLException e) {
            throw new Unavailable(e);
        }
    }

    private HistoryStore.Outcome store(Publication publication) {
        try {
            return store.write(publication);
        } catch (SQLException e) {
            throw new Unavailable(e);
        }
    }

    private void hold(Publication publication) {
        if (failuresInARow > 0) {
            LOG.info("the history is current again after {} failures", failuresInARow);
        }
        held = publication.identity();
        nextWarning = null;
        nextCheck = clock.instant().plus(rhythm.check());
        state = new HistoryState("current", clock.instant(), null);
    }

    private Duration failed(RuntimeException why) {
        meters.failures().increment();
        failuresInARow++;
        held = null;
        // The database may come back empty.
        migrated = false;
        state = new HistoryState("behind", state.current(), problem(why));
        // Doubled a few times; more would only overflow.
        Duration wait = rhythm.firstRetry().multipliedBy(1L << Math.min(failuresInARow - 1, 20));
        return wait.compareTo(rhythm.longestRetry()) < 0 ? wait : rhythm.longestRetry();
    }

    private static String problem(Throwable why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return "SQLSTATE " + sql.getSQLState();
            }
        }
        return cause(why).getClass().getSimpleName();
    }

    private static Throwable cause(Throwable why) {
        return why instanceof Unavailable && why.getCause() != null ? why.getCause() : why;
    }

    /** Whether it was asked to stop meanwhile. */
    private boolean pause(Duration wait) {
        try {
            return stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The database did not do what it was asked. */
    private static final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unavailable(SQLException cause) {
            super(cause);
        }
    }
}
