package io.cultivar.evaluation.publication;

import io.cultivar.contract.result.ChangeCause;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What changed what one part of the pipeline adds to one scope (a program, the company), and how lately. The changes of a
 * scope are numbered; each entry holds the number of the latest change of its kind. So it is absolute: whoever remembers
 * the number at which they looked can tell what has changed since, however much they missed in between.
 *
 * @param number of changes so far
 * @param causes by kind of input, the latest change that it caused; new and late events are in {@code months}
 * @param months by month of an event (UTC), the latest change that it caused
 * @param people the latest change of each of those who changed last, newest first: so many different people, and no more
 *     than were ever asked for; who they are is not in it
 */
public record ScopeChanges(long number, Map<ChangeCause, Long> causes, Map<YearMonth, Long> months, List<Long> people) {

    /** Nothing has changed yet. */
    public static final ScopeChanges NONE = new ScopeChanges(0, Map.of(), Map.of(), List.of());

    /** Ten years; what is older is counted with the oldest of them. */
    private static final int MOST_MONTHS = 120;

    public ScopeChanges {
        causes = causes.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(causes));
        months = Collections.unmodifiableMap(new TreeMap<>(months));
        people = List.copyOf(people);
    }

    /** One more change, caused by this; {@code latest} is {@code people} after it. */
    public ScopeChanges plus(News news, List<Long> latest) {
        long next = number + 1;
        Map<ChangeCause, Long> latestCauses = new EnumMap<>(ChangeCause.class);
        latestCauses.putAll(causes);
        news.causes().forEach(cause -> latestCauses.put(cause, next));
        TreeMap<YearMonth, Long> latestMonths = new TreeMap<>(months);
        news.months().forEach(month -> latestMonths.put(month, next));
        while (latestMonths.size() > MOST_MONTHS) {
            long oldest = latestMonths.pollFirstEntry().getValue();
            latestMonths.merge(latestMonths.firstKey(), oldest, Math::max);
        }
        return new ScopeChanges(next, latestCauses, latestMonths, latest);
    }

    /** How many different people changed since the change of this number; no more than were asked for. */
    long peopleSince(long looked) {
        return people.stream().filter(number -> number > looked).count();
    }

    /** Which kinds of input changed something since, apart from events that were said for the first time. */
    Collection<ChangeCause> causesSince(long looked) {
        return since(causes, looked);
    }

    /** The months of the events that changed something since. */
    Collection<YearMonth> monthsSince(long looked) {
        return since(months, looked);
    }

    private static <K> List<K> since(Map<K, Long> latest, long looked) {
        return latest.entrySet().stream()
                .filter(entry -> entry.getValue() > looked)
                .map(Map.Entry::getKey)
                .toList();
    }
}
