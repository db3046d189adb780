package io.cultivar.streams;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which programs' people are being folded again, and how far that has come: a change that concerns a hundred thousand
 * people is done in slices that fit into a transaction, and goes on after a crash where it was.
 */
final class Sweeps {

    private final KeyValueStore<String, String> cursors;
    private final KeyValueStore<String, String> members;

    Sweeps(ProcessingContext context) {
        this.cursors = context.getStateStore(Stores.SWEEPS);
        this.members = context.getStateStore(Stores.MEMBERS);
    }

    /** From the first one again, even where a sweep was under way. */
    void start(String program) {
        cursors.put(program, "");
    }

    /** A program whose people are being folded again. */
    Optional<String> underway() {
        try (var all = cursors.all()) {
            return all.hasNext() ? Optional.of(all.next().key) : Optional.empty();
        }
    }

    /** At most so many of the program's people behind the cursor, which moves; none when all have been. */
    List<String> next(String program, int limit) {
        String cursor = cursors.get(program);
        String from = program + "\n" + (cursor == null ? "" : cursor);
        List<String> subjects = new ArrayList<>();
        try (var all = members.range(from, program + "\n\u007f")) {
            while (all.hasNext() && subjects.size() < limit) {
                var member = all.next();
                if (!member.key.equals(from)) {
                    subjects.add(member.value);
                }
            }
        }
        if (subjects.isEmpty()) {
            cursors.delete(program);
        } else {
            cursors.put(program, subjects.get(subjects.size() - 1));
        }
        return subjects;
    }

    /** Keeps up to date which people a program has. */
    void index(String subject, Collection<String> before, Collection<String> now) {
        before.stream()
                .filter(program -> !now.contains(program))
                .forEach(program -> members.delete(program + "\n" + subject));
        now.stream()
                .filter(program -> !before.contains(program))
                .forEach(program -> members.put(program + "\n" + subject, subject));
    }
}
