package io.cultivar.streams;

import org.apache.kafka.streams.Topology;

/**
 * The picture. Facts come in by subject, sums go on by program, results come together in one place, and only what may be
 * seen goes out:
 *
 * <pre>
 * program.events ──► catalog ──► evaluation.definitions ─┐
 *                       │                                ▼
 * learning.events ──────┼──────────────────────────► timeline
 * workforce.events ─────┼──────────────────────────►     │
 *                       ▼                                ▼
 *                evaluation.sums ◄───────────────────────┘
 *                       ▼
 *                  evaluation ──► evaluation.results ──► publication ──► published.programs,
 *                                                                        published.company, published.pipeline,
 *                                                                        published.log
 *
 * whatever cannot be read ──► ingest.rejected
 * </pre>
 */
public final class Pipeline {

    private Pipeline() {}

    /** The whole topology, with stores on disk. */
    static Topology topology(PipelineConfig config, PipelineMeters meters) {
        return topology(config, new Stores(Stores.Kind.PERSISTENT), meters);
    }

    static Topology topology(PipelineConfig config, Stores stores, PipelineMeters meters) {
        var topology = new Topology();
        CatalogTopology.addTo(topology, config, stores, meters);
        TimelineTopology.addTo(topology, config, stores, meters);
        EvaluationTopology.addTo(topology, config, stores);
        PublicationTopology.addTo(topology, config, stores, meters);
        return topology;
    }
}
