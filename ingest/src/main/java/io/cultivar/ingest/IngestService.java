package io.cultivar.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This process as one object: wired and started as a whole, closed in the reverse order. */
public final class IngestService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);

    private final Deque<AutoCloseable> parts;
    private final int port;

    private IngestService(Deque<AutoCloseable> parts, int port) {
        this.parts = parts;
        this.port = port;
    }

    /**
     * Starts the process; Kafka need not be reachable yet.
     *
     * @param clock says when events were refused
     * @param random seals what was refused
     * @throws RuntimeException where a server name cannot be resolved or the port is taken; nothing is left running
     */
    public static IngestService start(IngestConfig config, InstantSource clock, SecureRandom random) {
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        try {
            var registry = MeterNames.keptTo(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
            var meters = new IngestMeters(registry);
            parts.push(watchJvm(registry));
            var sink = KafkaEventSink.connect(config.bootstrapServers(), config.ackTimeout());
            parts.push(sink);
            parts.push(sink.bindTo(registry));
            var readiness = new ClusterReadiness(config.bootstrapServers());
            parts.push(readiness);
            var pseudonyms = new Pseudonyms(config.pseudonymKey());
            var sealer = new Sealer(config.pseudonymKey(), random);
            var intake = new EventIntake(sink, config.ackTimeout(), pseudonyms, sealer, meters, clock);
            var events = new EventsEndpoint(intake, config);
            var server = HttpServer.start(config, events, new OperationsEndpoint(readiness, registry), meters);
            parts.push(server);
            return new IngestService(parts, server.port());
        } catch (RuntimeException e) {
            closeAll(parts);
            throw e;
        }
    }

    /** The port that it listens on, also where the system chose it. */
    public int port() {
        return port;
    }

    /** Lets requests finish that have begun, takes no new ones, writes what is buffered, and lets go of Kafka. */
    @Override
    public void close() {
        closeAll(parts);
    }

    private static AutoCloseable watchJvm(MeterRegistry registry) {
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        var collections = new JvmGcMetrics();
        collections.bindTo(registry);
        return collections;
    }

    private static void closeAll(Deque<AutoCloseable> parts) {
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
