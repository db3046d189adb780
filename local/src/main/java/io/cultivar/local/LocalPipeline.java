package io.cultivar.local;

import io.cultivar.evaluation.disclosure.Disclosure;
import io.cultivar.ingest.EventIntake;
import io.cultivar.ingest.IngestMeters;
import io.cultivar.ingest.PseudonymKey;
import io.cultivar.ingest.Pseudonyms;
import io.cultivar.ingest.Sealer;
import io.cultivar.streams.AsOf;
import io.cultivar.streams.PipelineConfig;
import io.cultivar.streams.StreamsService;
import io.cultivar.streams.TopicProvisioner;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;

/** A broker of our own, the door in front of it and the pipeline behind it, in one process and one data directory. */
final class LocalPipeline implements AutoCloseable {

    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(200);
    private static final Duration ACK_TIMEOUT = Duration.ofSeconds(60);
    private static final int STREAM_THREADS = 2;

    private final DataDirectory directory;
    private final int partitions;
    private final EmbeddedBroker broker;

    private LocalPipeline(DataDirectory directory, int partitions, EmbeddedBroker broker) {
        this.directory = directory;
        this.partitions = partitions;
        this.broker = broker;
    }

    /** Starts the broker and makes the topics. */
    static LocalPipeline start(DataDirectory directory, int partitions) {
        var broker = EmbeddedBroker.start(directory.broker(), 0);
        var pipeline = new LocalPipeline(directory, partitions, broker);
        try {
            TopicProvisioner.provision(pipeline.config(new AsOf.CurrentDay(), Duration.ZERO));
            return pipeline;
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    String applicationId() {
        return config(new AsOf.CurrentDay(), Duration.ZERO).applicationId();
    }

    /** The door without HTTP: for files on this machine. */
    EventIntake intake(SecureRandom random, InstantSource clock) {
        PseudonymKey key = directory.pseudonymKey(random);
        return EventIntake.connect(
                bootstrapServers(),
                ACK_TIMEOUT,
                new Pseudonyms(key),
                new Sealer(key, random),
                new IngestMeters(new SimpleMeterRegistry()),
                clock);
    }

    /** The topologies, set going. */
    StreamsService startStreams(AsOf asOf, Duration holdBack) {
        var streams = new StreamsService(config(asOf, holdBack));
        streams.start();
        return streams;
    }

    private PipelineConfig config(AsOf asOf, Duration holdBack) {
        return new PipelineConfig(
                bootstrapServers(),
                "cultivar",
                "local",
                directory.streams(),
                partitions,
                1,
                STREAM_THREADS,
                COMMIT_INTERVAL,
                Disclosure.LEAST_GROUP,
                holdBack,
                asOf);
    }

    @Override
    public void close() {
        broker.close();
    }
}
