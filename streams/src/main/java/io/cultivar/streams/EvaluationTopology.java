package io.cultivar.streams;

import io.cultivar.contract.Topics;
import org.apache.kafka.streams.Topology;

/** What did each program do, cost and return? {@code evaluation.sums} to {@code evaluation.results}, one record each. */
final class EvaluationTopology {

    private EvaluationTopology() {}

    static void addTo(Topology topology, PipelineConfig config, Stores stores) {
        String evaluate = "evaluate-programs";
        Nodes.addMessageSource(topology, "read-sums", Topics.EVALUATION_SUMS);
        topology.addProcessor(evaluate, () -> new EvaluationProcessor(config), "read-sums");
        topology.addStateStore(stores.sums(Stores.PARTIALS), evaluate);
        topology.addStateStore(stores.messages(Stores.EVALUATION_DEFINITIONS), evaluate);
        topology.addStateStore(stores.texts(Stores.EVALUATION_PENDING), evaluate);
        topology.addStateStore(stores.texts(Stores.REFOLDING), evaluate);
        topology.addStateStore(stores.messages(Stores.EVALUATION_CHANGES), evaluate);
        topology.addStateStore(stores.messages(Stores.EVALUATION_PROGRESS), evaluate);
        topology.addStateStore(stores.texts(Stores.EVALUATION_POSITION), evaluate);
        topology.addStateStore(stores.bytes(Stores.RESULTS), evaluate);
        Nodes.addBytesSink(topology, "write-results", Topics.EVALUATION_RESULTS, evaluate);
    }
}
