package io.cultivar.metricsapi.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is published at one moment.
 *
 * @param version digest of the content
 * @param build version of this service: another one may write the same content in another way
 * @param methods version of the methods
 * @param asOf facts dated after this do not count; null while a new one is being applied
 * @param published when the newest of it was published; null where nothing was
 * @param confirmed it holds everything that was published by then. Of two publications the one that was confirmed later is
 *     the newer one
 * @param tables makes the tables, which is costly
 */
public record Publication(
        String version,
        String build,
        String methods,
        @Nullable Instant asOf,
        @Nullable Instant published,
        Instant confirmed,
        Supplier<List<PublishedTable>> tables) {

    public Publication {
        // The database knows no finer times, and would round up to one that is newer than this.
        confirmed = confirmed.truncatedTo(ChronoUnit.MICROS);
    }

    /** What the history then holds: the content as this build writes it. */
    String identity() {
        return version + '-' + build;
    }
}
