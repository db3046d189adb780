package io.cultivar.local;

import io.cultivar.contract.Json;
import io.cultivar.contract.event.Decoded;
import io.cultivar.contract.event.EmployeeErased;
import io.cultivar.contract.event.EventReader;
import io.cultivar.contract.event.EventRetracted;
import io.cultivar.local.sample.SampleCompany;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Posts the events of the sample company, as a sender would. Posting them again changes nothing. */
final class SamplePoster {

    private static final int BATCH = 2_500;
    private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final URI events;
    private final PrintStream console;
    private final InstantSource clock;
    private final PatientPost http;
    private final Map<Boolean, List<String>> lines;

    /** @param ingestUrl where ingest listens, without a path */
    SamplePoster(String ingestUrl, PrintStream console, InstantSource clock) {
        this(ingestUrl, console, clock, PAUSE);
    }

    /** @param pause until the next try, where ingest does not say when */
    SamplePoster(String ingestUrl, PrintStream console, InstantSource clock, Duration pause) {
        this.events = URI.create(ingestUrl + "/v1/events");
        this.console = console;
        this.clock = clock;
        this.http = new PatientPost(console, pause);
        this.lines = SampleCompany.lines(SampleCompany.SEED).stream()
                .collect(Collectors.partitioningBy(SamplePoster::isAfterthought));
    }

    /**
     * What the company says at first.
     *
     * @throws IllegalStateException where a batch is answered with anything but 200, or with 503 time and again
     * @throws IOException where a batch is not answered time and again
     */
    void postFirst() throws IOException, InterruptedException {
        console.println("posting the events of the sample company to " + events);
        post(lines.getOrDefault(false, List.of()));
    }

    /** What it corrects, retracts and erases later. */
    void postCorrections() throws IOException, InterruptedException {
        post(lines.getOrDefault(true, List.of()));
    }

    /** Whether an event changes what had been said before, as they come late in a real company; a bad row does not. */
    private static boolean isAfterthought(String line) {
        Decoded decoded = EventReader.read(line.getBytes(StandardCharsets.UTF_8));
        return decoded instanceof Decoded.Accepted accepted
                && (accepted.event().data() instanceof EventRetracted
                        || accepted.event().data() instanceof EmployeeErased
                        || accepted.event().recorded().isAfter(accepted.event().time()));
    }

    private void post(List<String> posted) throws IOException, InterruptedException {
        var progress = new ConsoleProgress("events posted", console, clock);
        long accepted = 0;
        for (int from = 0; from < posted.size(); from += BATCH) {
            List<String> batch = posted.subList(from, Math.min(from + BATCH, posted.size()));
            HttpRequest request = HttpRequest.newBuilder(events)
                    .timeout(HTTP_TIMEOUT)
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", batch)))
                    .build();
            HttpResponse<byte[]> response = http.send(request);
            if (response.statusCode() != 200) {
                throw new IllegalStateException("posting the sample failed with status " + response.statusCode());
            }
            accepted += Json.tree(response.body()).get("accepted").asLong();
            progress.at(from + batch.size(), posted.size());
        }
        console.printf(
                "%,d events accepted, %,d rejected (the sample has bad rows)%n", accepted, posted.size() - accepted);
    }
}
