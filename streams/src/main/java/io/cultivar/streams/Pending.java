package io.cultivar.streams;

import io.cultivar.contract.Term;
import io.cultivar.contract.result.ChangeCause;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why a subject is to be folded again.
 *
 * @param since facts that came in at or after this round are new; {@link Long#MAX_VALUE} where none are
 * @param causes what else there is
 */
record Pending(long since, Set<ChangeCause> causes) {

    static final Pending NOTHING = new Pending(Long.MAX_VALUE, Set.of());

    Pending {
        causes = Set.copyOf(causes);
    }

    static Pending since(long round) {
        return new Pending(round, Set.of());
    }

    static Pending of(ChangeCause cause) {
        return new Pending(Long.MAX_VALUE, Set.of(cause));
    }

    /** Both reasons. */
    Pending and(Pending other) {
        Set<ChangeCause> both = EnumSet.noneOf(ChangeCause.class);
        both.addAll(causes);
        both.addAll(other.causes);
        return new Pending(Math.min(since, other.since), both);
    }

    String text() {
        return since + causes.stream().map(cause -> " " + cause.id()).sorted().collect(Collectors.joining());
    }

    static Pending parse(String text) {
        String[] words = text.split(" ", -1);
        Set<ChangeCause> causes = Arrays.stream(words)
                .skip(1)
                .map(id -> Term.find(ChangeCause.class, id).orElseThrow())
                .collect(Collectors.toSet());
        return new Pending(Long.parseLong(words[0]), causes);
    }
}
