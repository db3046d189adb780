package io.cultivar.streams;

import io.cultivar.contract.result.ChangeCause;
import io.cultivar.evaluation.publication.PublicationMark;
import io.cultivar.evaluation.publication.ScopeChanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * When a result may be published: one that was published before waits until nobody, or at least so many different people,
 * changed since, or until something in it has waited long enough; and until a changed definition has been applied to all.
 * What comes in meanwhile takes its place.
 */
final class PublicationGate {

    private final PipelineConfig config;
    private final KeyValueStore<String, PublicationMark> marks;
    private final KeyValueStore<String, HeldResult> held;

    PublicationGate(PipelineConfig config, ProcessingContext context) {
        this.config = config;
        this.marks = context.getStateStore(Stores.PUBLISHED_MARKS);
        this.held = context.getStateStore(Stores.PUBLISHED_HELD);
    }

    /** Takes in a result that is not the published one; gives it back where it may be published. */
    Optional<HeldResult> offer(String key, HeldResult result) {
        HeldResult waiting = held.get(key);
        var offered = new HeldResult(
                waiting == null ? result.since() : waiting.since(),
                result.refolding(),
                result.json(),
                result.changes());
        boolean mayGo =
                isUnmarked(key) || isDue(offered, result.since()) || (!offered.refolding() && isEnough(key, offered));
        held.put(key, mayGo ? null : offered);
        return mayGo ? Optional.of(offered) : Optional.empty();
    }

    /** Nothing waits under this key any more. */
    void forget(String key) {
        held.delete(key);
    }

    /** The keys under which something has waited long enough. */
    List<String> due(Instant now) {
        List<String> keys = new ArrayList<>();
        try (var all = held.all()) {
            while (all.hasNext()) {
                var waiting = all.next();
                if (isDue(waiting.value, now)) {
                    keys.add(waiting.key);
                }
            }
        }
        return keys;
    }

    /** Takes out what waits under a key. */
    HeldResult take(String key) {
        HeldResult waiting = held.delete(key);
        if (waiting == null) {
            throw new IllegalStateException("nothing waits under " + key);
        }
        return waiting;
    }

    /** What changed a result since its last publication; from now on this one is the last. */
    Set<ChangeCause> published(String key, Map<String, ScopeChanges> changes) {
        PublicationMark last = mark(key);
        marks.put(key, last.after(changes));
        return last.causes(changes);
    }

    private boolean isUnmarked(String key) {
        return marks.get(key) == null;
    }

    private boolean isEnough(String key, HeldResult result) {
        long people = mark(key).people(result.changes());
        return people == 0 || people >= config.minimumGroup();
    }

    private boolean isDue(HeldResult waiting, Instant now) {
        return !waiting.refolding() && !now.isBefore(waiting.since().plus(config.holdBack()));
    }

    private PublicationMark mark(String key) {
        PublicationMark known = marks.get(key);
        return known == null ? PublicationMark.NONE : known;
    }
}
