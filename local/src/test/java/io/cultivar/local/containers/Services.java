package io.cultivar.local.containers;

import io.cultivar.contract.Json;
import io.cultivar.evaluation.disclosure.Disclosure;
import io.cultivar.ingest.IngestConfig;
import io.cultivar.ingest.IngestService;
import io.cultivar.ingest.PseudonymKey;
import io.cultivar.metricsapi.MetricsApiConfig;
import io.cultivar.metricsapi.MetricsApiService;
import io.cultivar.metricsapi.access.AccessConfig;
import io.cultivar.streams.AsOf;
import io.cultivar.streams.OperationsConfig;
import io.cultivar.streams.OperationsServer;
import io.cultivar.streams.PipelineConfig;
import io.cultivar.streams.StreamsService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;

/** The three services as they are deployed, each on a free port, against whatever broker they are given. */
final class Services implements AutoCloseable {

    /** The same for all, so that results can be compared; every after-window of the sample company is closed then. */
    static final Instant AS_OF = AsOf.endOf(LocalDate.of(2026, 6, 30));

    private static final String APPLICATION = "cultivar";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int BATCH = 2_500;
    private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(60);

    private final Deque<Runnable> stops = new ArrayDeque<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String bootstrapServers;
    private final StreamsService streams;
    private final OperationsServer operations;
    private final MetricsApiService metrics;
    private final IngestService ingest;

    private Services(String bootstrapServers, int partitions, int replication, Path stateDir, SecureRandom random) {
        this.bootstrapServers = bootstrapServers;
        PipelineConfig pipeline = pipeline(bootstrapServers, partitions, replication, stateDir);
        streams = new StreamsService(pipeline);
        stops.push(streams::close);
        operations = OperationsServer.start(new OperationsConfig(LOOPBACK, 0), pipeline, streams);
        stops.push(operations::close);
        streams.start();
        metrics = new MetricsApiService(new MetricsApiConfig(bootstrapServers, LOOPBACK, 0, "EUR"));
        stops.push(metrics::close);
        metrics.start();
        byte[] key = new byte[PseudonymKey.MIN_BYTES];
        random.nextBytes(key);
        var config = new IngestConfig(
                bootstrapServers,
                LOOPBACK,
                0,
                PseudonymKey.fromBase64(Base64.getEncoder().encodeToString(key)),
                16 << 20,
                10_000,
                64 << 20,
                Duration.ofSeconds(30));
        ingest = IngestService.start(config, InstantSource.system(), random);
        stops.push(ingest::close);
    }

    /** Starts all three on topics of their own making; the pseudonym key is a new one every time. */
    static Services start(String bootstrapServers, int partitions, int replication, Path stateDir) {
        return new Services(bootstrapServers, partitions, replication, stateDir, new SecureRandom());
    }

    private static PipelineConfig pipeline(String bootstrapServers, int partitions, int replication, Path stateDir) {
        return new PipelineConfig(
                bootstrapServers,
                APPLICATION,
                "1",
                stateDir,
                partitions,
                replication,
                2,
                Duration.ofMillis(200),
                Disclosure.LEAST_GROUP,
                Duration.ZERO,
                Duration.ZERO,
                new AsOf.Fixed(AS_OF));
    }

    int ingestPort() {
        return ingest.port();
    }

    int metricsPort() {
        return metrics.port();
    }

    /** One more metrics-api on the same broker, which asks who comes; whoever asked for it closes it. */
    MetricsApiService replica(AccessConfig access) {
        var replica = new MetricsApiService(new MetricsApiConfig(bootstrapServers, LOOPBACK, 0, "EUR", null, access));
        replica.start();
        return replica;
    }

    int streamsPort() {
        return operations.port();
    }

    boolean pipelineHasFailed() {
        return streams.hasFailed();
    }

    /** Posts events as NDJSON, as a sender would; returns how many were accepted. */
    long post(List<String> lines) {
        long accepted = 0;
        for (int from = 0; from < lines.size(); from += BATCH) {
            String body = String.join("\n", lines.subList(from, Math.min(from + BATCH, lines.size())));
            byte[] answer =
                    send(HttpRequest.newBuilder(URI.create("http://" + LOOPBACK + ":" + ingest.port() + "/v1/events"))
                            .header("Content-Type", "application/x-ndjson")
                            .POST(HttpRequest.BodyPublishers.ofString(body)));
            try {
                accepted += Json.tree(answer).get("accepted").asLong();
            } catch (IOException e) {
                throw new UncheckedIOException("the door's answer is no JSON", e);
            }
        }
        return accepted;
    }

    /** What metrics-api answers to a GET. */
    byte[] get(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://" + LOOPBACK + ":" + metrics.port() + path))
                .GET());
    }

    /** What streams tells Prometheus. */
    byte[] streamsMetrics() {
        return send(HttpRequest.newBuilder(URI.create("http://" + LOOPBACK + ":" + streamsPort() + "/metrics"))
                .GET());
    }

    /** What ingest tells Prometheus. */
    byte[] ingestMetrics() {
        return send(HttpRequest.newBuilder(URI.create("http://" + LOOPBACK + ":" + ingestPort() + "/metrics"))
                .GET());
    }

    private byte[] send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response =
                    http.send(request.timeout(HTTP_TIMEOUT).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.request().uri() + " answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    /** Stops the door first and the pipeline last. */
    @Override
    public void close() {
        while (!stops.isEmpty()) {
            stops.pop().run();
        }
    }
}
