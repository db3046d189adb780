package io.cultivar.streams;

import io.cultivar.contract.result.ChangeCause;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.evaluation.publication.PublicationMark;
import io.cultivar.evaluation.publication.ScopeChanges;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * When a result may be published. It waits until it has settled: until no newer one came for a while, or it has waited long
 * enough for that. One that was published before also waits until nobody, or at least so many different people, changed
 * since, or until something in it has waited as long as it is held back at most; and until a changed definition has been
 * applied to all. What comes in meanwhile takes its place.
 */
final class PublicationGate {

    /** Where newer ones never end, as in an import, one is published after so many times the time of settling. */
    private static final int PATIENCE = 30;

    /** What is to be known of a waiting result without reading it. */
    private record Waiting(Instant since, Instant latest, boolean refolding, boolean first, boolean enough) {}

    private final PipelineConfig config;
    private final KeyValueStore<String, PublicationMark> marks;
    private final KeyValueStore<String, HeldResult> held;
    private final Map<String, Waiting> waiting = new TreeMap<>();

    PublicationGate(PipelineConfig config, ProcessingContext context) {
        this.config = config;
        this.marks = context.getStateStore(Stores.PUBLISHED_MARKS);
        this.held = context.getStateStore(Stores.PUBLISHED_HELD);
        try (var all = held.all()) {
            all.forEachRemaining(entry -> waiting.put(entry.key, waiting(entry.key, entry.value)));
        }
    }

    /** Takes in a result that is not the published one; tells whether it may be published at once. */
    boolean offer(String key, HeldResult result) {
        Waiting before = waiting.get(key);
        HeldResult offered = before == null ? result : result.waitingSince(before.since());
        held.put(key, offered);
        waiting.put(key, waiting(key, offered));
        return mayGo(key, offered.latest());
    }

    /** Takes out what waits under a key. */
    HeldResult take(String key) {
        waiting.remove(key);
        HeldResult result = held.delete(key);
        if (result == null) {
            throw new IllegalStateException("nothing waits under " + key);
        }
        return result;
    }

    /** Nothing waits under this key any more. */
    void forget(String key) {
        if (waiting.remove(key) != null) {
            held.delete(key);
        }
    }

    /** The keys of what may be published by now. */
    List<String> due(Instant now) {
        return waiting.keySet().stream().filter(key -> mayGo(key, now)).toList();
    }

    /** Whether something that came by then only waits until it has settled. */
    boolean isSettling(Instant then, Instant now) {
        return waiting.values().stream()
                .filter(result -> !result.since().isAfter(then))
                .anyMatch(result -> mayGoSettled(result, now) && !isSettled(result, now));
    }

    /** What waits for more people, or for its time; null where nothing does. */
    PipelineResult.@Nullable HeldBack heldBack(Instant now) {
        List<Instant> since = waiting.values().stream()
                .filter(result -> !result.refolding() && !mayGoSettled(result, now))
                .map(Waiting::since)
                .sorted()
                .toList();
        return since.isEmpty() ? null : new PipelineResult.HeldBack(since.size(), since.get(0));
    }

    /**
     * A publication, as the log tells it.
     *
     * @param at when: later than the last one of the same result
     * @param causes what changed it since the last one
     */
    record Release(Instant at, Set<ChangeCause> causes) {}

    /** From now on this is the last publication of a result. */
    Release published(String key, Map<String, ScopeChanges> changes, Instant now) {
        PublicationMark last = mark(key);
        PublicationMark next = last.after(changes, now);
        marks.put(key, next);
        return new Release(Objects.requireNonNull(next.at()), last.causes(changes));
    }

    private Waiting waiting(String key, HeldResult result) {
        long people = mark(key).people(result.changes());
        return new Waiting(
                result.since(),
                result.latest(),
                result.refolding(),
                marks.get(key) == null,
                people == 0 || people >= config.minimumGroup());
    }

    private boolean mayGo(String key, Instant now) {
        Waiting result = waiting.get(key);
        return result != null && mayGoSettled(result, now) && isSettled(result, now);
    }

    private boolean mayGoSettled(Waiting result, Instant now) {
        return result.first()
                || (!result.refolding()
                        && (result.enough() || isPast(result.since().plus(config.holdBack()), now)));
    }

    private boolean isSettled(Waiting result, Instant now) {
        return isPast(result.latest().plus(config.settling()), now)
                || isPast(result.since().plus(config.settling().multipliedBy(PATIENCE)), now);
    }

    private static boolean isPast(Instant end, Instant now) {
        return !now.isBefore(end);
    }

    private PublicationMark mark(String key) {
        PublicationMark known = marks.get(key);
        return known == null ? PublicationMark.NONE : known;
    }
}
