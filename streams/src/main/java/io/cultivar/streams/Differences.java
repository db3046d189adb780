package io.cultivar.streams;

import io.cultivar.evaluation.publication.News;
import io.cultivar.evaluation.publication.ScopeChanges;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Contribution;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.state.KeyValueStore;

/** What a beat changes: the exact differences of the sums, and beside them why and whose, by scope. */
final class Differences {

    private final int mostPeople;
    private final Contribution.Builder sums = new Contribution.Builder();
    private final Map<String, News.Builder> news = new TreeMap<>();
    private final Map<String, Set<String>> people = new TreeMap<>();

    private Differences(int mostPeople) {
        this.mostPeople = mostPeople;
    }

    /** Each subject is a person; whoever asks how many changed does not ask for more than so many. */
    static Differences ofPeople(int most) {
        return new Differences(most);
    }

    /** No subject is a person. */
    static Differences ofNobody() {
        return new Differences(0);
    }

    /** Takes a subject's contribution out and puts another in; why is only asked where the two differ. */
    void replace(String subject, Contribution before, Contribution now, Supplier<News> why) {
        Contribution difference =
                new Contribution.Builder().replace(before, now).build();
        if (difference.cells().isEmpty()) {
            return;
        }
        difference.cells().forEach(sums::add);
        News reason = why.get();
        Set<String> scopes =
                difference.cells().keySet().stream().map(Cell::scope).collect(Collectors.toSet());
        for (String scope : scopes) {
            news.computeIfAbsent(scope, key -> new News.Builder()).add(reason);
            Set<String> changed = people.computeIfAbsent(scope, key -> new HashSet<>());
            if (changed.size() < mostPeople) {
                changed.add(subject);
            }
        }
    }

    /** The differences of the sums. */
    Contribution sums() {
        return sums.build();
    }

    /** What the differences are about. */
    Set<String> scopes() {
        return Collections.unmodifiableSet(news.keySet());
    }

    /** Counts the change of each scope in a store, and tells what is in it now. */
    void writeChanges(KeyValueStore<String, ChangedScope> store, BiConsumer<String, ScopeChanges> out) {
        news.forEach((scope, reasons) -> {
            ChangedScope known = store.get(scope);
            ChangedScope changed = (known == null ? ChangedScope.NONE : known)
                    .plus(reasons.build(), new TreeSet<>(people.getOrDefault(scope, Set.of())), mostPeople);
            store.put(scope, changed);
            out.accept(scope, changed.changes());
        });
    }
}
