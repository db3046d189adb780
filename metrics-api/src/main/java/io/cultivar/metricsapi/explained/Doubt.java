package io.cultivar.metricsapi.explained;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Interval;

/** Why a figure proves nothing yet: what goes after "not proven yet", without a full stop. */
public final class Doubt {

    private Doubt() {}

    /** Why this figure, which its decision leaves open, does. */
    public static String of(Bounded figure) {
        Interval shown = figure.shown();
        if (shown == null) {
            return "there is no interval";
        }
        if (containsZero(shown)) {
            return "the interval contains zero";
        }
        String side = shown.lower() > 0 ? "above" : "below";
        String but = figure.alwaysValid() == null
                ? "it holds for one look on a declared day, and this is looked at all the time"
                : "the evidence is too weak to act on";
        return "the whole interval is " + side + " zero, but " + but;
    }

    /** Whether it reaches zero, from whichever side. */
    public static boolean containsZero(Interval interval) {
        return interval.lower() <= 0 && interval.upper() >= 0;
    }
}
