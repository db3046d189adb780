package io.cultivar.streams;

import io.cultivar.contract.event.Cap;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.SubjectKind;
import io.cultivar.contract.result.Bucket;
import io.cultivar.evaluation.fold.Definitions;
import io.cultivar.evaluation.fold.TrendFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The definitions that a task has been told, and which programs a changed one concerns. */
final class LearnedDefinitions implements Definitions {

    private final KeyValueStore<String, Message> store;

    LearnedDefinitions(KeyValueStore<String, Message> store) {
        this.store = store;
    }

    @Override
    public @Nullable ProgramDefined program(String program) {
        return store.get(SubjectKind.PROGRAM.key(program)) instanceof Message.Definition definition
                ? definition.program()
                : null;
    }

    @Override
    public @Nullable MetricDefined metric(String metric) {
        return store.get(SubjectKind.METRIC.key(metric)) instanceof Message.Definition definition
                ? definition.metric()
                : null;
    }

    /** Takes a definition in; tells the programs whose results it may change, none where it was known. */
    List<String> learn(Message.Definition definition) {
        String subject = definition.subject();
        Message known = store.get(subject);
        if (definition.isGone() ? known == null : definition.equals(known)) {
            return List.of();
        }
        store.put(subject, definition.isGone() ? null : definition);
        String name = subject.substring(subject.indexOf('/') + 1);
        if (subject.startsWith(SubjectKind.PROGRAM.key(""))) {
            return List.of(name);
        }
        // A cap, and how a trend is cut, count wherever it was measured; all else only where a change is worth money.
        boolean same = Objects.equals(cap(known), cap(definition)) && bucket(known) == bucket(definition);
        return programs(program -> !same || program.outcome(name).isPresent());
    }

    private static @Nullable Cap cap(@Nullable Message message) {
        return message instanceof Message.Definition definition && definition.metric() != null
                ? definition.metric().cap()
                : null;
    }

    private static Bucket bucket(@Nullable Message message) {
        return TrendFold.bucket(message instanceof Message.Definition definition ? definition.metric() : null);
    }

    /** The defined programs that fit: where a program is not defined, no metric is compared. */
    private List<String> programs(Predicate<ProgramDefined> fits) {
        List<String> programs = new ArrayList<>();
        try (var all = store.all()) {
            while (all.hasNext()) {
                var entry = all.next();
                if (entry.value instanceof Message.Definition candidate
                        && candidate.program() != null
                        && fits.test(candidate.program())) {
                    programs.add(entry.key.substring(SubjectKind.PROGRAM.key("").length()));
                }
            }
        }
        return programs;
    }
}
