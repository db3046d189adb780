package io.cultivar.metricsapi.access;

import io.javalin.http.Context;
import java.time.InstantSource;

/** Slows down who sends what is not accepted. */
final class Refusals {

    private static final String UNRECORDED = "access-unrecorded";

    private final Attempts attempts;

    Refusals(InstantSource clock) {
        this.attempts = new Attempts(clock);
    }

    /** Counts one more of this address; whether there are too many by now. */
    boolean count(Context context) {
        int count = attempts.count(context.ip());
        if (count > Attempts.MOST + 1) {
            // The first one that is told to wait is recorded; a flood must not fill the disk of the log.
            context.attribute(UNRECORDED, true);
        }
        return count > Attempts.MOST;
    }

    /** Whether this is one of a flood. */
    static boolean isOneOfMany(Context context) {
        return context.attribute(UNRECORDED) != null;
    }
}
