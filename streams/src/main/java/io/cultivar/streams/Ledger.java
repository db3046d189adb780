package io.cultivar.streams;

import io.cultivar.contract.event.EmployeeErased;
import io.cultivar.contract.event.Event;
import io.cultivar.contract.result.ChangeCause;
import io.cultivar.evaluation.facts.StoredFact;
import io.cultivar.evaluation.fold.Folded;
import io.cultivar.evaluation.publication.News;
import io.cultivar.evaluation.sums.Sums;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What one partition knows about its subjects, and what they add to its sums. Everything lies in stores that are committed
 * together with the offsets: what is pending survives a crash like all the rest.
 */
final class Ledger {

    /** What an event that was taken in brought. */
    enum Entry {
        /** Something that was not said before. */
        NEW,
        /** Another content for an identity that is known. */
        OTHER_CONTENT,
        /** Nothing that was not known. */
        KNOWN,
        /** Nothing that may be kept: it is about somebody who was erased, or erases them. */
        FORGOTTEN
    }

    private final KeyValueStore<String, StoredFact> facts;
    private final KeyValueStore<String, String> erased;
    private final KeyValueStore<String, String> pending;
    private final KeyValueStore<String, SubjectState> states;
    private final KeyValueStore<String, String> due;
    private final KeyValueStore<String, Sums> sums;
    private final KeyValueStore<String, ChangedScope> changes;

    Ledger(ProcessingContext context, Stores.Names names) {
        this.facts = context.getStateStore(names.facts());
        this.erased = context.getStateStore(names.erased());
        this.pending = context.getStateStore(names.pending());
        this.states = context.getStateStore(names.states());
        this.due = context.getStateStore(names.due());
        this.sums = context.getStateStore(names.sums());
        this.changes = context.getStateStore(names.changes());
    }

    /** Takes an event in, in this round; whatever it changes shows when its subject is folded again. */
    Entry record(String subject, Event event, long round) {
        if (isErased(subject)) {
            return Entry.FORGOTTEN;
        }
        if (event.data() instanceof EmployeeErased) {
            erase(subject);
            return Entry.FORGOTTEN;
        }
        String key = subject + "\n" + event.source() + "\n" + event.id();
        StoredFact standing = facts.get(key);
        StoredFact now = standing == null ? StoredFact.of(event, round) : standing.merge(event, round);
        if (now.equals(standing)) {
            return Entry.KNOWN;
        }
        facts.put(key, now);
        markPending(subject, Pending.since(round));
        return standing == null ? Entry.NEW : Entry.OTHER_CONTENT;
    }

    private void erase(String subject) {
        List<String> keys = new ArrayList<>();
        try (var all = scan(facts, subject + "\n")) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        keys.forEach(facts::delete);
        erased.put(subject, "");
        markPending(subject, Pending.of(ChangeCause.ERASURE));
    }

    boolean isErased(String subject) {
        return erased.get(subject) != null;
    }

    /** Everything kept about a subject. */
    List<StoredFact> facts(String subject) {
        List<StoredFact> stored = new ArrayList<>();
        try (var all = scan(facts, subject + "\n")) {
            all.forEachRemaining(entry -> stored.add(entry.value));
        }
        return stored;
    }

    private void markPending(String subject, Pending why) {
        String known = pending.get(subject);
        String all = known == null ? why.text() : Pending.parse(known).and(why).text();
        if (!all.equals(known)) {
            pending.put(subject, all);
        }
    }

    /** At most so many subjects that are to be folded again, and why; they are no longer pending. */
    Map<String, Pending> takePending(int limit) {
        Map<String, Pending> subjects = new LinkedHashMap<>();
        try (var all = pending.all()) {
            while (all.hasNext() && subjects.size() < limit) {
                var next = all.next();
                subjects.put(next.key, Pending.parse(next.value));
            }
        }
        subjects.keySet().forEach(pending::delete);
        return subjects;
    }

    /** Why a subject was to be folded again, if it was; it no longer is. */
    Pending takePending(String subject) {
        String known = pending.delete(subject);
        return known == null ? Pending.NOTHING : Pending.parse(known);
    }

    boolean hasPending() {
        try (var all = pending.all()) {
            return all.hasNext();
        }
    }

    /** Marks those subjects pending that may change between two as-of instants; all of them where time went back. */
    void moveAsOf(@Nullable Instant before, Instant now) {
        if (before == null) {
            return;
        }
        List<String> subjects = new ArrayList<>();
        if (now.isBefore(before)) {
            try (var all = states.all()) {
                all.forEachRemaining(entry -> subjects.add(entry.key));
            }
        } else {
            try (var reached = due.range("", dueKey(now, "\u007f"))) {
                reached.forEachRemaining(entry -> subjects.add(entry.value));
            }
        }
        subjects.forEach(subject -> markPending(subject, Pending.of(ChangeCause.AS_OF_MOVED)));
    }

    /** Puts a subject's new contribution in the place of its old one: the signed exact difference goes to {@code out}. */
    SubjectState replace(String subject, Folded folded, Differences out, Supplier<News> news) {
        SubjectState before = states.get(subject);
        SubjectState old = before == null ? SubjectState.NOTHING : before;
        SubjectState now = SubjectState.of(folded);
        if (now.equals(before)) {
            return old;
        }
        out.replace(subject, old.contribution(), now.contribution(), news);
        if (old.changesAt() != null) {
            due.delete(dueKey(old.changesAt(), subject));
        }
        if (now.changesAt() != null) {
            due.put(dueKey(now.changesAt(), subject), subject);
        }
        states.put(subject, now.equals(SubjectState.NOTHING) ? null : now);
        return old;
    }

    /** Adds differences to this partition's sums and tells what they are now and what changed them. */
    void add(Differences differences, String origin, Consumer<Message> out) {
        differences.scopes().forEach(scope -> out.accept(new Message.Changes(origin, scope, null)));
        differences.sums().cells().forEach((cell, difference) -> {
            String key = CellKey.of(cell);
            Sums before = sums.get(key);
            Sums now = before == null ? difference : before.plus(difference);
            @Nullable Sums kept = now.isZero() ? null : now;
            sums.put(key, kept);
            out.accept(new Message.PartialSums(origin, cell, kept));
        });
        differences.writeChanges(changes, (scope, changed) -> out.accept(new Message.Changes(origin, scope, changed)));
    }

    /** Sortable: seconds since 1900 with leading zeros, nanoseconds, subject. */
    private static String dueKey(Instant instant, String subject) {
        long seconds = instant.getEpochSecond() + 2_208_988_800L;
        return String.format("%012d.%09d\n%s", seconds, instant.getNano(), subject);
    }

    static <V> KeyValueIterator<String, V> scan(KeyValueStore<String, V> store, String prefix) {
        return store.prefixScan(prefix, new StringSerializer());
    }
}
