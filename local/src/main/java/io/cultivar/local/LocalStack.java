package io.cultivar.local;

import io.cultivar.ingest.IngestConfig;
import io.cultivar.ingest.IngestService;
import io.cultivar.metricsapi.MetricsApiConfig;
import io.cultivar.metricsapi.MetricsApiService;
import io.cultivar.streams.AsOf;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole of Cultivar in one process: broker, door, pipeline, metrics; listens on this machine only. */
final class LocalStack implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalStack.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int MAX_BODY_BYTES = 16 << 20;
    private static final int MAX_BATCH = 10_000;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final LocalPipeline pipeline;
    private final IngestService ingest;
    private final MetricsApiService metrics;

    /** Where the services listen; 0 lets the system choose. */
    record Ports(int ingest, int metrics) {}

    /** How it runs: see the commands' options and {@code PipelineConfig}. */
    record Options(int partitions, Ports ports, String currency, LocalPipeline.Waits waits) {}

    private LocalStack(DataDirectory directory, Options options, SecureRandom random) {
        try {
            pipeline = keep(LocalPipeline.start(directory, options.partitions()));
            keep(pipeline.startStreams(new AsOf.CurrentDay(), options.waits()));
            metrics = keep(new MetricsApiService(new MetricsApiConfig(
                    pipeline.bootstrapServers(), LOOPBACK, options.ports().metrics(), options.currency())));
            metrics.start();
            var config = new IngestConfig(
                    pipeline.bootstrapServers(),
                    LOOPBACK,
                    options.ports().ingest(),
                    directory.pseudonymKey(random),
                    MAX_BODY_BYTES,
                    MAX_BATCH,
                    4L * MAX_BODY_BYTES,
                    Duration.ofSeconds(30));
            ingest = keep(IngestService.start(config, InstantSource.system(), random));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts everything; returns when requests are answered. */
    static LocalStack start(DataDirectory directory, Options options, SecureRandom random) {
        return new LocalStack(directory, options, random);
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    String ingestUrl() {
        return "http://" + LOOPBACK + ":" + ingest.port();
    }

    String metricsUrl() {
        return "http://" + LOOPBACK + ":" + metrics.port();
    }

    /** A look at the topics of this stack. */
    ResultTopics resultTopics() {
        return new ResultTopics(pipeline.bootstrapServers(), pipeline.applicationId());
    }

    /** Stops everything, the door first and the broker last. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                // The others are closed all the same.
                LOG.warn("{} did not close cleanly", part.getClass().getSimpleName(), e);
            }
        }
    }
}
