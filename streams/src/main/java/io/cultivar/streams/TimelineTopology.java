package io.cultivar.streams;

import io.cultivar.contract.Topics;
import org.apache.kafka.streams.Topology;

/**
 * What does each employee contribute to which sums? {@code learning.events}, {@code workforce.events} and {@code
 * evaluation.definitions} to {@code evaluation.sums}, one absolute partial sum per cell and partition.
 */
final class TimelineTopology {

    private TimelineTopology() {}

    static void addTo(Topology topology, PipelineConfig config, Stores stores, PipelineMeters meters) {
        var exits = new ReadEvents.Exits(
                "keep-timelines", "write-misplaced-employee-events", "write-rejected-employee-events");
        Nodes.addBytesSource(topology, "read-employee-events", Topics.LEARNING_EVENTS, Topics.WORKFORCE_EVENTS);
        Nodes.addMessageSource(topology, "read-definitions", Topics.EVALUATION_DEFINITIONS);
        Nodes.addEventReading(
                topology, "read-employee-events", "decode-employee-events", exits, Stores.TIMELINE.progress(), meters);
        topology.addProcessor(
                exits.events(),
                () -> new TimelineProcessor(config, meters),
                "decode-employee-events",
                "read-definitions");
        topology.addStateStore(stores.counters(Stores.TIMELINE.progress()), "decode-employee-events", exits.events());
        Nodes.addSubjectStores(topology, stores, Stores.TIMELINE, exits.events());
        topology.addStateStore(stores.messages(Stores.TIMELINE.definitions()), exits.events());
        topology.addStateStore(stores.texts(Stores.MEMBERS), exits.events());
        topology.addStateStore(stores.texts(Stores.SWEEPS), exits.events());
        Nodes.addMessageSink(topology, "write-timeline-sums", Topics.EVALUATION_SUMS, exits.events());
    }
}
