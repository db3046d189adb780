package io.cultivar.streams;

import io.cultivar.contract.Topics;
import org.apache.kafka.streams.Topology;

/**
 * What do programs and metrics mean, and what did they cost? {@code program.events} to {@code evaluation.definitions} (to
 * every partition) and {@code evaluation.sums} (costs by program; definitions to every partition).
 */
final class CatalogTopology {

    private CatalogTopology() {}

    static void addTo(Topology topology, PipelineConfig config, Stores stores, PipelineMeters meters) {
        var exits =
                new ReadEvents.Exits("keep-catalog", "write-misplaced-program-events", "write-rejected-program-events");
        Nodes.addBytesSource(topology, "read-program-events", Topics.PROGRAM_EVENTS);
        Nodes.addEventReading(
                topology, "read-program-events", "decode-program-events", exits, Stores.CATALOG.progress(), meters);
        topology.addProcessor(exits.events(), () -> new CatalogProcessor(config, meters), "decode-program-events");
        topology.addStateStore(stores.counters(Stores.CATALOG.progress()), "decode-program-events", exits.events());
        Nodes.addSubjectStores(topology, stores, Stores.CATALOG, exits.events());
        topology.addStateStore(stores.messages(Stores.CATALOG.definitions()), exits.events());
        topology.addProcessor("select-definitions", SelectDefinitions::new, exits.events());
        Nodes.addMessageSink(topology, "write-definitions", Topics.EVALUATION_DEFINITIONS, "select-definitions");
        Nodes.addMessageSink(topology, "write-catalog-sums", Topics.EVALUATION_SUMS, exits.events());
    }
}
