package io.cultivar.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rules 1 to 5 of "From events to facts", in one pass over everything at once.
 *
 * @param byKey the facts that count, whatever asOf is, by record key
 */
record Facts(Map<String, List<Fact>> byKey, long identityConflicts, long registerConflicts, long erasedPeople) {

    static Facts of(Collection<String> lines) {
        Map<String, List<Fact>> byKey = new LinkedHashMap<>();
        long identityConflicts = 0;
        long registerConflicts = 0;
        long erasedPeople = 0;

        // Rule 1: everything here happens within one record key.
        for (List<Fact> said : group(lines.stream().map(Fact::of).toList(), Fact::key)) {

            // Rule 4: once an erasure was seen, even one whose identity lost a conflict, nothing counts, conflicts
            // neither.
            if (said.stream().anyMatch(fact -> fact.is("employee.erased"))) {
                erasedPeople++;
                continue;
            }

            // Rule 2: of several contents under one identity the one with the greatest content hash stands.
            List<Fact> standing = new ArrayList<>();
            for (List<Fact> contents : group(said, Fact::identity)) {
                if (contents.stream().map(Fact::hash).distinct().count() > 1) {
                    identityConflicts++;
                }
                standing.add(greatest(contents, Comparator.comparing(Fact::hash)));
            }

            // Rule 3: an identity that any standing retraction names is gone, whatever the dates.
            Set<List<String>> gone = standing.stream()
                    .filter(fact -> fact.is("event.retracted"))
                    .map(fact -> List.of(fact.text("source"), fact.text("id")))
                    .collect(Collectors.toSet());
            List<Fact> candidates = standing.stream()
                    .filter(fact -> !fact.is("event.retracted"))
                    .filter(fact -> !gone.contains(fact.identity()))
                    .toList();

            // Rule 5: the greatest of the candidates for a register wins it.
            List<Fact> winners = new ArrayList<>();
            for (List<Fact> register : group(candidates, Fact::register)) {
                Fact winner = greatest(register, Fact.RANK);
                winners.add(winner);
                // Where the best two have the same recorded time: where somebody else shares the winner's.
                long asLate = register.stream()
                        .filter(fact -> fact.recorded().equals(winner.recorded()))
                        .count();
                if (asLate > 1) {
                    registerConflicts++;
                }
            }
            byKey.put(said.get(0).key(), winners);
        }
        return new Facts(byKey, identityConflicts, registerConflicts, erasedPeople);
    }

    private static <K> Collection<List<Fact>> group(List<Fact> facts, Function<Fact, K> by) {
        return facts.stream()
                .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static Fact greatest(List<Fact> facts, Comparator<Fact> order) {
        return facts.stream().max(order).orElseThrow();
    }

    /** Rule 6: definitions are not dated facts, they count as if they had always been so. */
    Optional<Fact> definition(String kind, String subject) {
        return byKey.getOrDefault(kind + "/" + subject, List.of()).stream()
                .filter(fact -> fact.is(kind + ".defined"))
                .findFirst();
    }
}
