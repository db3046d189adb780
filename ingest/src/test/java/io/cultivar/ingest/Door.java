package io.cultivar.ingest;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The real HTTP server in front of a stand-in for Kafka. */
final class Door implements AutoCloseable {

    static final String SINGLE = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";
    static final String LINES = "application/x-ndjson";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final Broker broker;
    final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HttpServer server;

    private Door(Broker broker, IngestConfig config, Optional<String> whyNotReady) {
        this.broker = broker;
        var meters = new IngestMeters(registry);
        var intake = new EventIntake(
                new KafkaEventSink(broker, Duration.ZERO),
                config.ackTimeout(),
                Samples.pseudonyms(),
                Samples.sealer(),
                meters,
                Samples.CLOCK);
        this.server = HttpServer.start(
                config,
                new EventsEndpoint(intake, config),
                new OperationsEndpoint(() -> CompletableFuture.completedFuture(whyNotReady), registry),
                meters);
    }

    static IngestConfig config(int maxBodyBytes, int maxBatch, long maxInFlightBytes, Duration ackTimeout) {
        return new IngestConfig(
                "unused", "127.0.0.1", 0, Samples.key(), maxBodyBytes, maxBatch, maxInFlightBytes, ackTimeout);
    }

    static Door open(Broker broker) {
        return open(broker, config(100_000, 10, 100_000, Duration.ofSeconds(20)));
    }

    static Door open(Broker broker, IngestConfig config) {
        return new Door(broker, config, Optional.empty());
    }

    static Door notReady(String why) {
        return new Door(Broker.acknowledging(), config(100_000, 10, 100_000, Duration.ofSeconds(20)), Optional.of(why));
    }

    int port() {
        return server.port();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(30));
    }

    HttpRequest.Builder events(String contentType, byte[] body) {
        return request("/v1/events").header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body));
    }

    HttpResponse<String> post(String contentType, String body) throws IOException, InterruptedException {
        return send(events(contentType, Samples.utf8(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> sendLater(HttpRequest.Builder request) {
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.close();
    }
}
