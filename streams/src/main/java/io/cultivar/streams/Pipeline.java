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
    public static Topology topology(PipelineConfig config) {
        return topology(config, new Stores(Stores.Kind.PERSISTENT));
    }

    static Topology topology(PipelineConfig config, Stores stores) {
        var topology = new Topology();
        CatalogTopology.addTo(topology, config, stores);
        TimelineTopology.addTo(topology, config, stores);
        EvaluationTopology.addTo(topology, config, stores);
        PublicationTopology.addTo(topology, config, stores);
        return topology;
    }
}
