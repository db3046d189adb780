package io.cultivar.streams;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What operators ask of the pipeline: {@code /health/live}, {@code /health/ready} and {@code /metrics}. The JDK's own
 * server, because three answers need no framework.
 */
public final class OperationsServer implements AutoCloseable {

    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String JSON = "application/json";
    private static final int THREADS = 2;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        var thread = new Thread(task, "operations");
        thread.setDaemon(true);
        return thread;
    });
    private final RejectedRecords rejected;
    private final JvmMeters jvm;

    private OperationsServer(HttpServer http, PipelineConfig pipeline, StreamsService service) {
        this.http = http;
        rejected = new RejectedRecords(pipeline.bootstrapServers());
        PrometheusMeterRegistry meters = service.meters();
        meters.getPrometheusRegistry()
                .register(new PipelineCollector(service::state, service::metrics, rejected::waiting));
        jvm = JvmMeters.bindTo(meters);
        http.createContext("/health/live", exchange -> answer(exchange, 200, JSON, "{\"status\":\"live\"}"));
        http.createContext("/health/ready", exchange -> ready(exchange, service));
        http.createContext("/metrics", exchange -> answer(exchange, 200, PROMETHEUS_TEXT, meters.scrape()));
        http.setExecutor(threads);
    }

    /**
     * Listens at once.
     *
     * @throws UncheckedIOException where the port is taken
     */
    public static OperationsServer start(OperationsConfig config, PipelineConfig pipeline, StreamsService service) {
        HttpServer http;
        try {
            http = HttpServer.create(new InetSocketAddress(config.host(), config.port()), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + config.host() + ":" + config.port(), e);
        }
        var server = new OperationsServer(http, pipeline, service);
        http.start();
        return server;
    }

    /** The port it listens on; of use where the configured one is 0. */
    public int port() {
        return http.getAddress().getPort();
    }

    private static void ready(HttpExchange exchange, StreamsService service) throws IOException {
        if (service.isRunning()) {
            answer(exchange, 200, JSON, "{\"status\":\"ready\"}");
        } else {
            answer(exchange, 503, JSON, "{\"status\":\"" + PipelineCollector.name(service.state()) + "\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String contentType, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
        rejected.close();
        jvm.close();
    }
}
