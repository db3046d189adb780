package io.cultivar.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One word of a closed vocabulary, written in JSON by its {@link #id()}: kebab-case, never the Java constant. */
public interface Term {

    /** The word as it stands in JSON, for instance {@code in-house}. */
    @JsonValue
    String id();

    /** The member of {@code vocabulary} with this id, or empty where there is none. */
    static <T extends Enum<T> & Term> Optional<T> find(Class<T> vocabulary, String id) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .filter(term -> term.id().equals(id))
                .findFirst();
    }

    /** Every id of {@code vocabulary}, in declared order; for messages that say what would have been allowed. */
    static <T extends Enum<T> & Term> List<String> ids(Class<T> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants()).map(Term::id).toList();
    }
}
