package io.cultivar.evaluation.facts;

import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventData;
import io.cultivar.contract.event.EventRetracted;
import io.cultivar.contract.event.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The facts that stand about one subject: of everything that was ever said, what was not retracted and what won its
 * register. See docs/MEANING.md.
 */
public final class Facts {

    private static final Comparator<Event> BY_TIME =
            Comparator.comparing(Event::time).thenComparing(Register.BY_PRECEDENCE);

    private final List<Event> standing;
    private final long identityConflicts;
    private final long registerConflicts;

    private Facts(List<Event> standing, long identityConflicts, long registerConflicts) {
        this.standing = standing;
        this.identityConflicts = identityConflicts;
        this.registerConflicts = registerConflicts;
    }

    private record Identity(String source, String id) {}

    /** The facts that stand, given what is kept under every identity of the subject; the order does not matter. */
    public static Facts of(Collection<StoredFact> stored) {
        Set<Identity> retracted = new HashSet<>();
        for (StoredFact fact : stored) {
            if (fact.event().data() instanceof EventRetracted retraction) {
                retracted.add(new Identity(retraction.source(), retraction.id()));
            }
        }
        Map<List<Object>, List<Event>> candidates = new HashMap<>();
        for (StoredFact fact : stored) {
            Event event = fact.event();
            boolean counts = event.type() != EventType.EVENT_RETRACTED
                    && !retracted.contains(new Identity(event.source(), event.id()));
            if (counts) {
                candidates
                        .computeIfAbsent(Register.key(event), key -> new ArrayList<>())
                        .add(event);
            }
        }
        List<Event> standing = new ArrayList<>();
        long contested = 0;
        for (List<Event> register : candidates.values()) {
            Event winner = Collections.max(register, Register.BY_PRECEDENCE);
            standing.add(winner);
            contested += isContested(register, winner) ? 1 : 0;
        }
        standing.sort(BY_TIME);
        return new Facts(
                List.copyOf(standing),
                stored.stream().filter(StoredFact::conflicted).count(),
                contested);
    }

    private static boolean isContested(List<Event> register, Event winner) {
        return register.stream()
                        .filter(candidate -> candidate.recorded().equals(winner.recorded()))
                        .count()
                > 1;
    }

    /** A fact of one type, with its event's time at hand. */
    public record Dated<T extends EventData>(Instant time, T data, Event event) {}

    /** The facts of a type, by time; those recorded later, then by source and id, come later among equals. */
    public <T extends EventData> List<Dated<T>> ofType(Class<T> type) {
        return standing.stream()
                .filter(event -> type.isInstance(event.data()))
                .map(event -> new Dated<>(event.time(), type.cast(event.data()), event))
                .toList();
    }

    /** The same without the facts dated after {@code asOf}; the conflicts stay. */
    public Facts upTo(Instant asOf) {
        return new Facts(
                standing.stream().filter(event -> !event.time().isAfter(asOf)).toList(),
                identityConflicts,
                registerConflicts);
    }

    /** Something of every standing fact, such as its time or its data. */
    public <R> Stream<R> map(Function<Event, R> mapper) {
        return standing.stream().map(mapper);
    }

    /** Event ids that came with two different contents. */
    public long identityConflicts() {
        return identityConflicts;
    }

    /** Registers whose best two candidates were recorded at the same time. */
    public long registerConflicts() {
        return registerConflicts;
    }
}
