package io.cultivar.evaluation.statistics;

import io.cultivar.contract.event.LeavingKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How long people were watched: for each number of days, how many left then and how many were last seen then, still there
 * (censored). Whole numbers, so exact. A person employed on day 0 who left on day d has a duration of d days, 0 included.
 */
public final class Lifetimes {

    private final List<Day> days;
    private final long[] leftBefore;

    private Lifetimes(List<Day> days) {
        this.days = List.copyOf(days);
        leftBefore = new long[days.size() + 1];
        for (int i = 0; i < days.size(); i++) {
            leftBefore[i + 1] = leftBefore[i] + days.get(i).left();
        }
    }

    /**
     * What happened after so many days. On one day leaving comes before being last seen, so that the latter are at risk.
     *
     * @param day days since each person's own start
     * @param atRisk people whose duration is at least that
     * @param left those of them who left on that day
     * @param censored those of them who were last seen on that day
     */
    public record Day(long day, long atRisk, long left, long censored) {}

    /** The days on which somebody left or was last seen, in order. */
    public List<Day> days() {
        return days;
    }

    /** Everybody. */
    public long people() {
        return atRisk(0);
    }

    /** Those who left at all. */
    public long left() {
        return leftBefore[days.size()];
    }

    /** Those who left within so many days, that day included. */
    public long leftBy(long day) {
        return leftBefore[firstFrom(day + 1)];
    }

    /** Those whose duration is at least this. */
    public long atRisk(long day) {
        int next = firstFrom(day);
        return next < days.size() ? days.get(next).atRisk() : 0;
    }

    /** The place of the first of the days that is not before this one. */
    private int firstFrom(long day) {
        int low = 0;
        int high = days.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (days.get(middle).day() < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The greatest duration; -1 where there is nobody. */
    public long lastDay() {
        return days.isEmpty() ? -1 : days.get(days.size() - 1).day();
    }

    /** Adds up spells, each from a day on to a day of leaving, if any, as they are known on one day. */
    public static final class Builder {

        private final long asOfDay;
        private final @Nullable LeavingKind leaving;
        private final NavigableMap<Long, long[]> counts = new TreeMap<>();

        /**
         * No spells yet.
         *
         * @param asOfDay the day up to which people are watched (days since 1970, as all days here)
         * @param leaving which leaving counts; who left otherwise was last seen on that day. Null for any
         */
        public Builder(long asOfDay, @Nullable LeavingKind leaving) {
            this.asOfDay = asOfDay;
            this.leaving = leaving;
        }

        /** Adds people with the same spell; one that begins after the as-of day is none yet, an exit after it neither. */
        public Builder add(long entryDay, @Nullable Long exitDay, @Nullable LeavingKind kind, long people) {
            if (entryDay <= asOfDay) {
                boolean gone = exitDay != null && exitDay <= asOfDay;
                boolean left = gone && (leaving == null || leaving == kind);
                long end = exitDay != null && gone ? exitDay : asOfDay;
                counts.computeIfAbsent(end - entryDay, day -> new long[2])[left ? 0 : 1] += people;
            }
            return this;
        }

        /** What has come together. */
        public Lifetimes build() {
            List<Day> days = new ArrayList<>();
            long atRisk = 0;
            for (var entry : counts.descendingMap().entrySet()) {
                long left = entry.getValue()[0];
                long censored = entry.getValue()[1];
                atRisk += left + censored;
                if (left + censored > 0) {
                    days.add(new Day(entry.getKey(), atRisk, left, censored));
                }
            }
            Collections.reverse(days);
            return new Lifetimes(days);
        }
    }
}
