package io.cultivar.streams;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Lets through what the timelines need to know: definitions, and how far the catalog has come; not the costs. */
final class SelectDefinitions extends ContextualProcessor<String, Message, String, Message> {

    @Override
    public void process(Record<String, Message> input) {
        if (!(input.value() instanceof Message.PartialSums)) {
            context().forward(input);
        }
    }
}
