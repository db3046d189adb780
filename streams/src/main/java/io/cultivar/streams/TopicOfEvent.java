package io.cultivar.streams;

import io.cultivar.contract.event.Event;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/** Sends an event to the topic that it belongs on. */
record TopicOfEvent() implements TopicNameExtractor<String, Object> {

    @Override
    public String extract(String key, Object event, RecordContext context) {
        return ((Event) event).topic().name();
    }
}
