package io.cultivar.streams;

import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.SubjectKind;
import io.cultivar.evaluation.fold.Definitions;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The definitions that a task knows. */
final class StoredDefinitions implements Definitions {

    private final KeyValueStore<String, Message> store;

    StoredDefinitions(KeyValueStore<String, Message> store) {
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
}
