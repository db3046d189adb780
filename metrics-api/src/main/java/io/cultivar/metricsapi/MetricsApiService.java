package io.cultivar.metricsapi;

import io.cultivar.metricsapi.about.BuildInfo;
import io.cultivar.metricsapi.access.Access;
import io.cultivar.metricsapi.exposition.TrainingCollector;
import io.cultivar.metricsapi.history.HistoryState;
import io.cultivar.metricsapi.history.HistoryTables;
import io.cultivar.metricsapi.history.HistoryWriter;
import io.cultivar.metricsapi.published.PublishedConsumers;
import io.cultivar.metricsapi.published.PublishedReader;
import io.cultivar.metricsapi.published.ReaderMeters;
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
import java.util.Optional;
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
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(10);

    private final MetricsApiConfig config;
    private final PrometheusMeterRegistry meters;
    private final JvmGcMetrics gcMetrics = new JvmGcMetrics();
    private final PublishedConsumers consumers;
    private final PublishedReader reader;
    private final Thread readerThread;
    private final Optional<HistoryWriter> history;
    private final Optional<Thread> historyThread;
    private final Access access;
    private final Javalin http;

    /** Builds the service; nothing is connected or listened to before {@link #start}. */
    public MetricsApiService(MetricsApiConfig config) {
        this.config = config;
        access = new Access(config.access(), java.time.Clock.systemUTC());
        PrometheusRegistry registry = new PrometheusRegistry();
        meters = MeterNames.keptTo(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, registry, Clock.SYSTEM));
        consumers = new PublishedConsumers(config.bootstrapServers(), meters);
        reader = new PublishedReader(
                consumers, java.time.Clock.systemUTC(), PublishedReader.Patience.USUAL, ReaderMeters.in(meters));
        readerThread = thread(reader, "published-reader");
        BuildInfo build = BuildInfo.read();
        history = Optional.ofNullable(config.history())
                .map(kept -> new HistoryWriter(
                        kept,
                        () -> HistoryTables.newest(reader, build),
                        java.time.Clock.systemUTC(),
                        HistoryWriter.Rhythm.USUAL,
                        meters));
        historyThread = history.map(writer -> thread(writer, "history-writer"));
        TrainingCollector collector = new TrainingCollector(reader, build, config.reportingCurrency());
        reader.beforeShowing(collector::prepare);
        registry.register(collector);
        http = new HttpServer(reader, readerThread::isAlive, this::historyState, meters, build, access).create();
        bindJvm();
    }

    private HistoryState historyState() {
        return history.map(HistoryWriter::state).orElse(HistoryState.OFF);
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((ended, error) -> LOG.error("{} has ended", name, error));
        return thread;
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
        historyThread.ifPresent(Thread::start);
        try {
            http.start(config.host(), config.port());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        LOG.info("listening on {}:{}", config.host(), port());
        access.announce(config.host());
    }

    /** The port it listens on; of use where the configured one is 0. */
    public int port() {
        return http.port();
    }

    /** Whether everything that was published before the start has been read; once true it stays so. */
    public boolean ready() {
        return reader.snapshot().isPresent();
    }

    /** Stops listening, then writing the history, then reading. */
    @Override
    public void close() {
        http.stop();
        history.ifPresent(HistoryWriter::stop);
        reader.stop();
        // What the history's database does not answer in time is rolled back, and written after the next start.
        historyThread.ifPresent(MetricsApiService::await);
        await(readerThread);
        consumers.close();
        gcMetrics.close();
        meters.close();
    }

    private static void await(Thread thread) {
        try {
            thread.join(PATIENCE_AT_END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
