package io.cultivar.streams;

import io.cultivar.contract.Json;
import io.cultivar.contract.Topic;
import io.cultivar.contract.Topics;
import io.cultivar.contract.event.Event;
import java.util.Arrays;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** The sources and sinks that several stages have in the same form. */
final class Nodes {

    private static final Serde<Message> MESSAGE = JsonSerde.of(Message.class);
    private static final Serializer<Message> SENT =
            (topic, message) -> message instanceof Message.PartialSums partial && partial.isGone()
                    ? null
                    : MESSAGE.serializer().serialize(topic, message);
    private static final Serializer<Object> EVENT = (topic, value) -> ((Event) value).toJson();
    private static final Serializer<Object> JSON = (topic, value) -> value == null ? null : Json.write(value);

    private Nodes() {}

    static void addBytesSource(Topology topology, String name, Topic... topics) {
        String[] names = Arrays.stream(topics).map(Topic::name).toArray(String[]::new);
        topology.addSource(name, new StringDeserializer(), new ByteArrayDeserializer(), names);
    }

    static void addMessageSource(Topology topology, String name, Topic topic) {
        topology.addSource(name, new StringDeserializer(), MESSAGE.deserializer(), topic.name());
    }

    static void addBytesSink(Topology topology, String name, Topic topic, String parent) {
        topology.addSink(name, topic.name(), new StringSerializer(), new ByteArraySerializer(), parent);
    }

    static void addMessageSink(Topology topology, String name, Topic topic, String... parents) {
        StreamPartitioner<String, Message> byScope = new ByScope();
        topology.addSink(name, topic.name(), new StringSerializer(), SENT, byScope, parents);
    }

    /** Puts the reading of events in front of a stage: understood, misplaced, or rejected. */
    static void addEventReading(
            Topology topology,
            String source,
            String reader,
            ReadEvents.Exits exits,
            String positionStore,
            PipelineMeters meters) {
        topology.addProcessor(reader, () -> new ReadEvents(positionStore, exits, meters), source);
        topology.addSink(exits.misplaced(), new TopicOfEvent(), new StringSerializer(), EVENT, reader);
        topology.addSink(exits.rejected(), Topics.INGEST_REJECTED.name(), new StringSerializer(), JSON, reader);
    }

    /** The stores of a stage that keeps subjects. */
    static void addSubjectStores(Topology topology, Stores stores, Stores.Names names, String... processors) {
        topology.addStateStore(stores.facts(names.facts()), processors);
        topology.addStateStore(stores.texts(names.erased()), processors);
        topology.addStateStore(stores.texts(names.pending()), processors);
        topology.addStateStore(stores.states(names.states()), processors);
        topology.addStateStore(stores.texts(names.due()), processors);
        topology.addStateStore(stores.sums(names.sums()), processors);
        topology.addStateStore(stores.changes(names.changes()), processors);
    }
}
