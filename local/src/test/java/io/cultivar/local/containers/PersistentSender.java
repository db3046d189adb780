package io.cultivar.local.containers;

import static org.awaitility.Awaitility.await;

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
 * A sender that keeps books: it posts small batches from several threads, and sends again exactly those events that were
 * answered {@code failed}, or not at all. So an event that was answered {@code accepted} is never sent twice.
 */
final class PersistentSender implements AutoCloseable {

    private static final int BATCH = 40;
    private static final int THREADS = 4;
    private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final URI events;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final AtomicLong sentAgain = new AtomicLong();

    PersistentSender(String host, int ingestPort) {
        events = URI.create("http://" + host + ':' + ingestPort + "/v1/events");
    }

    /** How many events were answered {@code accepted} up to now. */
    long accepted() {
        return accepted.get();
    }

    /** How many were answered {@code rejected}. */
    long rejected() {
        return rejected.get();
    }

    /** How often an event was sent again, because it was answered {@code failed} or not at all. */
    long sentAgain() {
        return sentAgain.get();
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

    private void persist(List<String> batch) {
        List<String> left = new ArrayList<>(batch);
        await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(INTERVAL).until(() -> {
            List<String> failed = failedOf(List.copyOf(left));
            left.clear();
            left.addAll(failed);
            return left.isEmpty();
        });
    }

    private List<String> failedOf(List<String> lines) throws InterruptedException {
        try {
            return posted(lines);
        } catch (IOException e) {
            // Nobody answers, or not to the end: what has become of them is not known.
            sentAgain.addAndGet(lines.size());
            return lines;
        }
    }

    private List<String> posted(List<String> lines) throws IOException, InterruptedException {
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
        List<String> failed = new ArrayList<>();
        for (JsonNode event : answer.get("events")) {
            switch (event.get("status").asText()) {
                case "accepted" -> accepted.incrementAndGet();
                case "rejected" -> rejected.incrementAndGet();
                default -> {
                    sentAgain.incrementAndGet();
                    failed.add(lines.get(event.get("index").asInt()));
                }
            }
        }
        return failed;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
