package io.cultivar.evaluation.disclosure;

import io.cultivar.contract.result.SurvivalCurve;
import io.cultivar.contract.result.SurvivalPoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one group of people between two days, as their exact curves tell: how many left, by kind where that is
 * told, and how many were last seen, still there. Days that are told have none of these small between them, so that nobody
 * can compute a small count from any of them: every count that follows from them is a sum of such steps.
 */
final class Steps {

    /** Before the first day. */
    static final int START = -1;

    /** After the last day. */
    static final int END = Integer.MAX_VALUE;

    private final long people;
    private final Predicate<@Nullable Long> isSmall;
    private final Map<Integer, Long> stayed = new HashMap<>();
    private final NavigableMap<Integer, Long> left;
    private final List<NavigableMap<Integer, Long>> leftByKind = new ArrayList<>();

    /**
     * The steps of a group.
     *
     * @param any the exact curve of any leaving
     * @param kinds the exact curves of some kinds of leaving, which are told as well
     */
    Steps(SurvivalCurve any, Collection<SurvivalCurve> kinds, Predicate<@Nullable Long> isSmall) {
        this.isSmall = isSmall;
        people = any.people() == null ? 0 : any.people();
        left = cumulative(any);
        any.points().forEach(point -> stayed.put(point.day(), point.atRisk() - point.left()));
        kinds.forEach(kind -> leftByKind.add(cumulative(kind)));
    }

    private static NavigableMap<Integer, Long> cumulative(SurvivalCurve curve) {
        NavigableMap<Integer, Long> sums = new TreeMap<>();
        long sum = 0;
        for (SurvivalPoint point : curve.points()) {
            sum += point.left();
            sums.put(point.day(), sum);
        }
        return sums;
    }

    private static long upTo(NavigableMap<Integer, Long> sums, int day) {
        Map.Entry<Integer, Long> last = sums.floorEntry(day);
        return last == null ? 0 : last.getValue();
    }

    /** Those who left up to a day, that day included. */
    long left(int day) {
        return upTo(left, day);
    }

    /** Those who were watched up to a day on which every curve has a point, and had not left by its end. */
    long stayed(int day) {
        return day == START ? people : stayed.getOrDefault(day, 0L);
    }

    /** Whether no count between the days is small: {@code from} excluded, {@code to} included. */
    boolean areSafe(int from, int to) {
        long leavers = left(to) - left(from);
        long lastSeen = stayed(from) - stayed(to) - leavers;
        if (isSmall.test(leavers) || isSmall.test(lastSeen)) {
            return false;
        }
        long others = leavers;
        for (NavigableMap<Integer, Long> kind : leftByKind) {
            long ofKind = upTo(kind, to) - upTo(kind, from);
            if (isSmall.test(ofKind)) {
                return false;
            }
            others -= ofKind;
        }
        return leftByKind.isEmpty() || !isSmall.test(others);
    }

    /**
     * The days to tell between two days, neither of them included: as many as can be, one after the other, so that all steps
     * are safe, that to the second day too unless it is the end.
     */
    List<Integer> daysBetween(int from, int to, Collection<Integer> candidates) {
        List<Integer> days = new ArrayList<>();
        int last = from;
        for (int day : candidates) {
            if (day > from && day < to && !isSmall.test(stayed(day)) && areSafe(last, day)) {
                days.add(day);
                last = day;
            }
        }
        while (to != END && !days.isEmpty() && !areSafe(days.get(days.size() - 1), to)) {
            days.remove(days.size() - 1);
        }
        return days;
    }
}
