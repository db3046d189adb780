package io.cultivar.streams;

import io.cultivar.contract.Topics;
import org.apache.kafka.streams.Topology;

/** What may be seen? {@code evaluation.results} to {@code published.*}, in one task that sees all results together. */
final class PublicationTopology {

    private PublicationTopology() {}

    static void addTo(Topology topology, PipelineConfig config, Stores stores, PipelineMeters meters) {
        String publish = "publish-results";
        var exits = new PublicationProcessor.Exits(
                "write-published-programs",
                "write-published-company",
                "write-published-pipeline",
                "write-published-log");
        Nodes.addBytesSource(topology, "read-results", Topics.EVALUATION_RESULTS);
        topology.addProcessor(publish, () -> new PublicationProcessor(config, exits, meters), "read-results");
        topology.addStateStore(stores.bytes(Stores.PUBLISHED), publish);
        topology.addStateStore(stores.bytes(Stores.PUBLISHED_PROGRESS), publish);
        topology.addStateStore(stores.marks(Stores.PUBLISHED_MARKS), publish);
        topology.addStateStore(stores.held(Stores.PUBLISHED_HELD), publish);
        Nodes.addBytesSink(topology, exits.programs(), Topics.PUBLISHED_PROGRAMS, publish);
        Nodes.addBytesSink(topology, exits.company(), Topics.PUBLISHED_COMPANY, publish);
        Nodes.addBytesSink(topology, exits.pipeline(), Topics.PUBLISHED_PIPELINE, publish);
        Nodes.addBytesSink(topology, exits.log(), Topics.PUBLISHED_LOG, publish);
    }
}
