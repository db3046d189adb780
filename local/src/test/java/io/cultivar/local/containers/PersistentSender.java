package io.cultivar.local.containers;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A sender that keeps books: it posts small batches from several threads, and sends again exactly those events of which it
 * is told that they failed. So an event that was answered {@code accepted} is never sent twice.
 */
final class PersistentSender implements AutoCloseable {

    private static final int BATCH = 40;
    private static final int THREADS = 4;
    private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(90);

    private final URI events;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    PersistentSender(int ingestPort) {
        events = URI.create("http://127.0.0.1:" + ingestPort + "/v1/events");
    }

    /** How many events were answered {@code accepted} up to now. */
    long accepted() {
        return accepted.get();
    }

    /** How many were answered {@code rejected}. */
    long rejected() {
        return rejected.get();
    }

    /** How often an event was answered {@code failed}, and was sent again. */
    long failed() {
        return failed.get();
    }

    /** Begins to post all of them; what is returned is done when each has been accepted or rejected. */
    List<Future<Void>> begin(List<String> lines) {
        List<Future<Void>> begun = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += BATCH) {
            List<String> batch = lines.subList(from, Math.min(from + BATCH, lines.size()));
            Callable<Void> task = () -> {
                persist(batch);
                return null;
            };
            begun.add(threads.submit(task));
        }
        return begun;
    }

    /** While the brokers do not take events, each answer takes ingest seconds: that paces the repetition. */
    private void persist(List<String> batch) throws IOException, InterruptedException {
        List<String> left = batch;
        while (!left.isEmpty()) {
            left = failedOf(left);
        }
    }

    private List<String> failedOf(List<String> lines) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(events)
                .timeout(HTTP_TIMEOUT)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines)))
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        JsonNode answer = Json.tree(response.body());
        if (answer.path("events").size() != lines.size()) {
            throw new IllegalStateException("ingest answered " + response.statusCode() + " " + answer);
        }
        List<String> again = new ArrayList<>();
        for (JsonNode event : answer.get("events")) {
            switch (event.get("status").asText()) {
                case "accepted" -> accepted.incrementAndGet();
                case "rejected" -> rejected.incrementAndGet();
                default -> {
                    failed.incrementAndGet();
                    again.add(lines.get(event.get("index").asInt()));
                }
            }
        }
        return again;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
