package io.cultivar.metricsapi.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the history stands, as health tells it.
 *
 * @param status {@code off}, {@code waiting} until something has been read to write, {@code current} or {@code behind}
 * @param current when the history was last known to hold what is published; null for never
 * @param problem what the last try failed by, in the words of the standard (SQLSTATE), no address; null where it did not
 */
public record HistoryState(
        String status, @Nullable Instant current, @Nullable String problem) {

    /** Where none is configured. */
    public static final HistoryState OFF = new HistoryState("off", null, null);
}
