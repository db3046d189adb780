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

    /** How long results wait before they are published: see {@code PipelineConfig}. */
    record Waits(Duration settling, Duration holdBack) {
        static final Waits NONE = new Waits(Duration.ZERO, Duration.ZERO);
    }

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
            AbandonedTransactions.abort(broker.bootstrapServers());
            TopicProvisioner.provision(pipeline.config(new AsOf.CurrentDay(), Waits.NONE));
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
        return config(new AsOf.CurrentDay(), Waits.NONE).applicationId();
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
    StreamsService startStreams(AsOf asOf, Waits waits) {
        var streams = new StreamsService(config(asOf, waits));
        streams.start();
        return streams;
    }

    private PipelineConfig config(AsOf asOf, Waits waits) {
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
                waits.settling(),
                waits.holdBack(),
                asOf);
    }

    @Override
    public void close() {
        broker.close();
    }
}
