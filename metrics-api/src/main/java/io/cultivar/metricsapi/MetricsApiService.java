package io.cultivar.metricsapi;

import io.javalin.Javalin;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole metrics service: reads what was published, serves it. Any number of replicas may run; each is complete.
 *
 * <pre>{@code
 * try (var service = new MetricsApiService(MetricsApiConfig.fromEnvironment(System.getenv()))) {
 *     service.start();
 *     ...
 * }
 * }</pre>
 */
public final class MetricsApiService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsApiService.class);
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(15);

    private final MetricsApiConfig config;
    private final PrometheusMeterRegistry meters;
    private final JvmGcMetrics gcMetrics = new JvmGcMetrics();
    private final PublishedConsumers consumers;
    private final PublishedReader reader;
    private final Thread readerThread;
    private final Javalin http;

    /** Builds the service; nothing is connected or listened to before {@link #start}. */
    public MetricsApiService(MetricsApiConfig config) {
        this.config = config;
        PrometheusRegistry registry = new PrometheusRegistry();
        meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, registry, Clock.SYSTEM);
        consumers = new PublishedConsumers(config.bootstrapServers(), meters);
        reader = new PublishedReader(
                consumers, java.time.Clock.systemUTC(), PublishedReader.Patience.USUAL, ReaderMeters.in(meters));
        readerThread = new Thread(reader, "published-reader");
        readerThread.setDaemon(true);
        readerThread.setUncaughtExceptionHandler((thread, error) -> LOG.error("the reader has ended", error));
        BuildInfo build = BuildInfo.read();
        registry.register(new TrainingCollector(reader, build, config.reportingCurrency()));
        http = new HttpServer(reader, readerThread::isAlive, meters, build).create();
        bindJvm();
    }

    private void bindJvm() {
        new ClassLoaderMetrics().bindTo(meters);
        new JvmMemoryMetrics().bindTo(meters);
        gcMetrics.bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
    }

    /**
     * Starts reading and listening; returns when requests are answered, ready or not.
     *
     * @throws io.javalin.util.JavalinBindException where the port is taken; the service is closed then
     */
    public void start() {
        readerThread.start();
        try {
            http.start(config.host(), config.port());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        LOG.info("listening on {}:{}", config.host(), port());
    }

    /** The port it listens on; of use where the configured one is 0. */
    public int port() {
        return http.port();
    }

    /** Whether everything that was published before the start has been read; once true it stays so. */
    public boolean ready() {
        return reader.snapshot().isPresent();
    }

    /** Stops listening, then reading. */
    @Override
    public void close() {
        http.stop();
        reader.stop();
        try {
            readerThread.join(PATIENCE_AT_END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumers.close();
        gcMetrics.close();
        meters.close();
    }
}
