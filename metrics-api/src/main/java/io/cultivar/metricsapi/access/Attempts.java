package io.cultivar.metricsapi.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts what was not accepted, by address. Only refusals are limited, never a right key: many visitors may share the
 * address of a proxy, and one of them must not lock out the others.
 */
final class Attempts {

    /** Refusals within {@link #WINDOW} after which an address is told to wait. */
    static final int MOST = 10;

    static final Duration WINDOW = Duration.ofMinutes(1);

    private static final int MOST_ADDRESSES = 10_000;

    private final InstantSource clock;

    private final Map<String, Count> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private record Count(Instant since, int refused) {}

    Attempts(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts one more; how many of this address there are by now. */
    synchronized int count(String address) {
        Instant now = clock.instant();
        Count count = counts.get(address);
        Count next = count == null || !now.isBefore(count.since().plus(WINDOW))
                ? new Count(now, 1)
                : new Count(count.since(), count.refused() + 1);
        counts.put(address, next);
        return next.refused();
    }
}
