package io.cultivar.streams;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pipeline as a running service: owns the life cycle and nothing else. */
public final class StreamsService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsService.class);
    private static final int MOST_REPLACED_THREADS = 5;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

    private final KafkaStreams streams;
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Path running;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicInteger replacedThreads = new AtomicInteger();

    /** Creates the topics that are missing and builds the pipeline; {@link #start} sets it going. */
    public StreamsService(PipelineConfig config) {
        TopicProvisioner.provision(config);
        try {
            Files.createDirectories(config.stateDir());
        } catch (IOException e) {
            throw new UncheckedIOException("the state directory " + config.stateDir() + " cannot be made", e);
        }
        running = config.stateDir().resolve("running");
        tell(false);
        streams = new KafkaStreams(Pipeline.topology(config, new PipelineMeters(meters)), StreamsSettings.of(config));
        streams.setStateListener(this::onState);
        streams.setUncaughtExceptionHandler(this::onFault);
    }

    /** Sets the pipeline going; returns at once. */
    public void start() {
        streams.start();
    }

    /** Whether it is processing. */
    public boolean isRunning() {
        return streams.state() == State.RUNNING;
    }

    /** What it is doing. */
    State state() {
        return streams.state();
    }

    /** What the pipeline counts of itself. */
    PrometheusMeterRegistry meters() {
        return meters;
    }

    /** What Kafka Streams and its clients measure now. */
    Map<MetricName, ? extends Metric> metrics() {
        return streams.metrics();
    }

    /** Whether it has stopped for good after faults. */
    public boolean hasFailed() {
        return streams.state() == State.ERROR || streams.state() == State.PENDING_ERROR;
    }

    /** Waits until the pipeline has stopped, by {@link #close} or by faults. */
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    /** A task that keeps failing is a defect that must be seen, not a loop that hides it. */
    private StreamThreadExceptionResponse onFault(Throwable fault) {
        int replaced = replacedThreads.incrementAndGet();
        LOG.error("a stream thread failed ({} of {} before giving up)", replaced, MOST_REPLACED_THREADS, fault);
        return replaced >= MOST_REPLACED_THREADS
                ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
                : StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** While it runs there is a file {@code running} in the state directory, for health checks that know no HTTP. */
    private void onState(State now, State before) {
        LOG.info("pipeline {} (was {})", now, before);
        tell(now == State.RUNNING);
        if (now == State.NOT_RUNNING || now == State.ERROR) {
            stopped.countDown();
        }
    }

    private void tell(boolean isRunning) {
        try {
            if (isRunning) {
                Files.writeString(running, "");
            } else {
                Files.deleteIfExists(running);
            }
        } catch (IOException e) {
            LOG.warn("the health file {} could not be updated", running, e);
        }
    }

    @Override
    public void close() {
        streams.close(CLOSE_TIMEOUT);
        stopped.countDown();
    }
}
