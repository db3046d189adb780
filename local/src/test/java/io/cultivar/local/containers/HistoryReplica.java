package io.cultivar.local.containers;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.metricsapi.MetricsApiConfig;
import io.cultivar.metricsapi.MetricsApiService;
import io.cultivar.metricsapi.history.HistoryConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One more metrics-api, which keeps the history of the sample company. */
final class HistoryReplica implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final MetricsApiService service;
    private final HttpClient http = HttpClient.newHttpClient();

    private HistoryReplica(MetricsApiService service) {
        this.service = service;
    }

    /** Starts it, and waits until everything that is published is in this database. */
    static HistoryReplica upToDate(SampleRun sample, HistoryConfig database) {
        var service =
                new MetricsApiService(new MetricsApiConfig(sample.bootstrapServers(), "127.0.0.1", 0, "EUR", database));
        service.start();
        var replica = new HistoryReplica(service);
        try {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> replica.get("/health/history")
                            .get("status")
                            .asText()
                            .equals("current"));
            return replica;
        } catch (RuntimeException e) {
            replica.close();
            throw e;
        }
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .build();
        return Json.tree(
                http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }

    @Override
    public void close() {
        service.close();
    }
}
