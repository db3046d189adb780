package io.cultivar.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Says on a console how far long work has come, at most once a second. Plain lines without control characters, so
 * that a log file of it can be read too.
 */
public final class ConsoleProgress {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final String work;
    private final PrintStream console;
    private final InstantSource clock;
    private Instant quietUntil;
    private String lastLine = "";

    /**
     * Starts quietly: work that takes less than a second is never reported.
     *
     * @param work what is being done, such as {@code replaying events}
     * @param console where to say it, normally standard error
     */
    public ConsoleProgress(String work, PrintStream console, InstantSource clock) {
        this.work = work;
        this.console = console;
        this.clock = clock;
        this.quietUntil = clock.instant().plus(INTERVAL);
    }

    /** So much is done, of nobody knows how much. */
    public synchronized void at(long done) {
        say(String.format(Locale.ROOT, "%s: %,d", work, done));
    }

    /** So much is done, of {@code total}. */
    public synchronized void at(long done, long total) {
        say(String.format(Locale.ROOT, "%s: %,d of %,d", work, done, total));
    }

    /** Says a line at most once a second, and never the same one twice in a row. */
    private void say(String line) {
        if (isDue() && !line.equals(lastLine)) {
            console.println(line);
            lastLine = line;
        }
    }

    private boolean isDue() {
        Instant now = clock.instant();
        if (now.isBefore(quietUntil)) {
            return false;
        }
        quietUntil = now.plus(INTERVAL);
        return true;
    }
}
