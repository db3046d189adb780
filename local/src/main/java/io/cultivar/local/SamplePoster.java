package io.cultivar.local;

import io.cultivar.contract.Json;
import io.cultivar.local.sample.SampleCompany;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Posts the events of the sample company, as a sender would. */
final class SamplePoster {

    private static final int BATCH = 2_500;
    private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(60);

    private SamplePoster() {}

    /**
     * Posts all of them, in batches. Posting again changes nothing.
     *
     * @param ingestUrl where ingest listens, without a path
     * @throws IllegalStateException where a batch is answered with anything but 200
     */
    static void post(String ingestUrl, PrintStream console, InstantSource clock)
            throws IOException, InterruptedException {
        console.println("posting the events of the sample company to " + ingestUrl + "/v1/events");
        List<String> lines = SampleCompany.lines(SampleCompany.SEED);
        var progress = new ConsoleProgress("events posted", console, clock);
        HttpClient http = HttpClient.newHttpClient();
        long accepted = 0;
        for (int from = 0; from < lines.size(); from += BATCH) {
            List<String> batch = lines.subList(from, Math.min(from + BATCH, lines.size()));
            HttpRequest request = HttpRequest.newBuilder(URI.create(ingestUrl + "/v1/events"))
                    .timeout(HTTP_TIMEOUT)
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", batch)))
                    .build();
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("posting the sample failed with status " + response.statusCode());
            }
            accepted += Json.tree(response.body()).get("accepted").asLong();
            progress.at(from + batch.size(), lines.size());
        }
        console.printf(
                "%,d events accepted, %,d rejected (the sample has bad rows)%n", accepted, lines.size() - accepted);
    }
}
