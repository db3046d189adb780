package io.cultivar.contract.event;

import java.time.Instant;
import org.threeten.extra.PeriodDuration;

/**
 * What counts as before and after, seen from the index date: before = [i - before, i), after = [i + lag, i + lag + after).
 * Calendar arithmetic in UTC, each end counted from the index date.
 *
 * @param before how long the before-window is
 * @param lag how long after the index date the after-window starts
 * @param after how long the after-window is
 */
public record Windows(PeriodDuration before, PeriodDuration lag, PeriodDuration after) {

    static Windows read(Fields windows) {
        return new Windows(windows.positivePeriod("before"), windows.period("lag"), windows.positivePeriod("after"));
    }

    /** Where the before-window starts; it ends at the index date. */
    public Instant beforeStart(Instant index) {
        return Calendar.plus(index, before, -1);
    }

    /** Where the placebo window starts: the stretch of the same length just before the before-window. */
    public Instant placeboStart(Instant index) {
        return Calendar.plus(index, before, -2);
    }

    /** Where the after-window starts. */
    public Instant afterStart(Instant index) {
        return Calendar.plus(index, lag, 1);
    }

    /** Where the after-window ends; that instant is no longer in it. */
    public Instant afterEnd(Instant index) {
        return Calendar.plus(index, lag.plus(after), 1);
    }
}
