package io.cultivar.streams;

import io.cultivar.contract.event.SubjectKind;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Takes definitions in, and has the people of every program that a change concerns folded again, as if always so. */
final class LearnDefinitions implements Processor<String, Message, String, Message> {

    private @Nullable ProcessorContext<String, Message> context;
    private @Nullable KeyValueStore<String, Message> definitions;
    private @Nullable Sweeps sweeps;
    private @Nullable ReadPosition position;

    @Override
    public void init(ProcessorContext<String, Message> processorContext) {
        context = processorContext;
        definitions = processorContext.getStateStore(Stores.TIMELINE.definitions());
        sweeps = new Sweeps(processorContext);
        position = new ReadPosition(processorContext, Stores.TIMELINE.progress());
    }

    @Override
    public void process(Record<String, Message> input) {
        if (input.value() instanceof Message.Definition definition) {
            learn(definition, input.timestamp());
        } else if (input.value() instanceof Progress progress) {
            progress.processed().forEach(Nullness.initialized(position)::advance);
        }
    }

    private void learn(Message.Definition definition, long timestampMs) {
        var known = Nullness.initialized(definitions);
        String subject = definition.subject();
        boolean gone = definition.program() == null && definition.metric() == null;
        if (gone ? known.get(subject) == null : definition.equals(known.get(subject))) {
            return;
        }
        known.put(subject, gone ? null : definition);
        String name = subject.substring(subject.indexOf('/') + 1);
        if (subject.startsWith(SubjectKind.PROGRAM.key(""))) {
            sweep(name, timestampMs);
        } else {
            sweepProgramsWith(name, timestampMs);
        }
    }

    private void sweepProgramsWith(String metric, long timestampMs) {
        try (var all = Nullness.initialized(definitions).all()) {
            while (all.hasNext()) {
                if (all.next().value instanceof Message.Definition candidate
                        && candidate.program() != null
                        && candidate.program().outcome(metric).isPresent()) {
                    sweep(
                            candidate
                                    .subject()
                                    .substring(SubjectKind.PROGRAM.key("").length()),
                            timestampMs);
                }
            }
        }
    }

    private void sweep(String program, long timestampMs) {
        var here = Nullness.initialized(context);
        Nullness.initialized(sweeps).start(program);
        var refolding = new Message.Refolding("timeline/" + here.taskId().partition(), program, true);
        here.forward(new Record<>(refolding.key(), refolding, timestampMs));
    }
}
