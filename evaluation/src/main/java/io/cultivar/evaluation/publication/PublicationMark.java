package io.cultivar.evaluation.publication;

import io.cultivar.contract.result.ChangeCause;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was known of the changes of a scope when its result was published last.
 *
 * @param numbers by part of the pipeline, the number of the last change that is in the published result
 * @param newest the newest month of an event in it; null where there is none
 * @param at when it was published; null where nothing was yet
 */
public record PublicationMark(
        Map<String, Long> numbers,
        @Nullable YearMonth newest,
        @Nullable Instant at) {

    /** Nothing was published yet. */
    public static final PublicationMark NONE = new PublicationMark(Map.of(), null, null);

    public PublicationMark {
        numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
    }

    /** How many different people changed since; at least so many, where more were not asked for. */
    public long people(Map<String, ScopeChanges> changes) {
        return changes.entrySet().stream()
                .mapToLong(part -> part.getValue().peopleSince(number(part.getKey())))
                .sum();
    }

    /** Which kinds of input changed something since. */
    public Set<ChangeCause> causes(Map<String, ScopeChanges> changes) {
        Set<ChangeCause> found = EnumSet.noneOf(ChangeCause.class);
        changes.forEach((origin, part) -> {
            found.addAll(part.causesSince(number(origin)));
            part.monthsSince(number(origin))
                    .forEach(month -> found.add(isLate(month) ? ChangeCause.LATE_EVENT : ChangeCause.NEW_EVENT));
        });
        return found;
    }

    /** An event is late where something of a later month had been published already. */
    private boolean isLate(YearMonth month) {
        return newest != null && month.isBefore(newest);
    }

    private long number(String origin) {
        return numbers.getOrDefault(origin, 0L);
    }

    /**
     * What is known after one more publication.
     *
     * @param now the time of it, in whole milliseconds; where the last one was not before that, {@link #at} is the next
     *     millisecond after the last one, because a publication is found by its time
     */
    public PublicationMark after(Map<String, ScopeChanges> changes, Instant now) {
        Map<String, Long> known = new TreeMap<>(numbers);
        changes.forEach((origin, part) -> known.put(origin, part.number()));
        YearMonth latest = Stream.concat(
                        Stream.ofNullable(newest),
                        changes.values().stream().flatMap(part -> part.months().keySet().stream()))
                .max(YearMonth::compareTo)
                .orElse(null);
        return new PublicationMark(known, latest, at == null || at.isBefore(now) ? now : at.plusMillis(1));
    }
}
