package io.cultivar.streams;

import io.cultivar.evaluation.publication.News;
import io.cultivar.evaluation.publication.ScopeChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What changed a scope here, and whose changes the latest ones were; who they were stays in this store.
 *
 * @param changes what is told
 * @param subjects the people behind {@code changes.people()}, in the same order
 */
record ChangedScope(ScopeChanges changes, List<String> subjects) {

    static final ChangedScope NONE = new ChangedScope(ScopeChanges.NONE, List.of());

    ChangedScope {
        subjects = List.copyOf(subjects);
    }

    /** One more change, of these people; so many of those who changed last are remembered. */
    ChangedScope plus(News news, Set<String> people, int most) {
        long next = changes.number() + 1;
        List<String> latestSubjects = new ArrayList<>();
        List<Long> latestNumbers = new ArrayList<>();
        people.stream().limit(most).forEach(subject -> {
            latestSubjects.add(subject);
            latestNumbers.add(next);
        });
        for (int i = 0; i < subjects.size() && latestSubjects.size() < most; i++) {
            if (!people.contains(subjects.get(i))) {
                latestSubjects.add(subjects.get(i));
                latestNumbers.add(changes.people().get(i));
            }
        }
        return new ChangedScope(changes.plus(news, latestNumbers), latestSubjects);
    }
}
