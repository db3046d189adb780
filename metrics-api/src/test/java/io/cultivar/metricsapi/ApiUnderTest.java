package io.cultivar.metricsapi;

import io.cultivar.metricsapi.access.Access;
import io.cultivar.metricsapi.access.AccessConfig;
import io.cultivar.metricsapi.exposition.Exposition;
import io.cultivar.metricsapi.exposition.TrainingCollector;
import io.cultivar.metricsapi.history.HistoryState;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.published.SnapshotSource;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;

/** A real server on a free port that shows one source. */
public final class ApiUnderTest implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final TrainingCollector collector;
    private final Javalin server;

    public ApiUnderTest(SnapshotSource source) {
        this(source, 0);
    }

    public ApiUnderTest(SnapshotSource source, int port) {
        this(source, port, AccessConfig.NONE);
    }

    public ApiUnderTest(SnapshotSource source, int port, AccessConfig access) {
        this(source, port, access, Clock.systemUTC());
    }

    /** One whose visitors come in at times of this clock. */
    public ApiUnderTest(SnapshotSource source, int port, AccessConfig access, Clock clock) {
        collector = new TrainingCollector(source, Exposition.BUILD, "EUR");
        meters.getPrometheusRegistry().register(collector);
        server = new HttpServer(
                        source, () -> true, () -> HistoryState.OFF, meters, Exposition.BUILD, new Access(access, clock))
                .create()
                .start("127.0.0.1", port);
    }

    /** Where a browser finds a page. */
    public String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    HttpResponse<String> send(String method, String path, String... headers) throws IOException, InterruptedException {
        return send(method, path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(body), headers);
    }

    private HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url(path))).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What the reader does before its source shows this. */
    public void prepare(Snapshot coming) {
        collector.prepare(coming);
    }

    /** Every route, as {@code GET /path}. */
    public Set<String> routes() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(route -> route.endpoint.method.name() + ' ' + route.endpoint.path)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        server.stop();
        meters.close();
    }
}
