package io.cultivar.local;

import io.cultivar.contract.Json;
import io.cultivar.contract.event.Decoded;
import io.cultivar.contract.event.EmployeeErased;
import io.cultivar.contract.event.EventReader;
import io.cultivar.contract.event.EventRetracted;
import io.cultivar.local.sample.SampleCompany;
import io.cultivar.streams.AsOf;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves everything, posts the events of an invented company, and says what was found. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Serves everything with the events of an invented company, and prints what was found.")
final class DemoCommand implements Callable<Integer> {

    private static final int BATCH = 2_500;
    private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(60);

    private final PrintStream console;
    private final InstantSource clock;
    private final SecureRandom random;

    @Mixin
    private ServeOptions options = new ServeOptions();

    DemoCommand(PrintStream console, InstantSource clock, SecureRandom random) {
        this.console = console;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var directory = options.dataDir == null ? DataDirectory.temporary() : new DataDirectory(options.dataDir);
        Instant start = clock.instant();
        try {
            var stack = LocalStack.start(directory, options.local(Duration.ZERO), random);
            console.println("posting the events of the sample company to " + stack.ingestUrl() + "/v1/events");
            Map<Boolean, List<String>> lines = SampleCompany.lines(SampleCompany.SEED).stream()
                    .collect(Collectors.partitioningBy(DemoCommand::isAfterthought));
            post(stack, lines.getOrDefault(false, List.of()));
            console.println("waiting until it is published, to correct some of it then (see /v1/restatements)");
            await(stack);
            post(stack, lines.getOrDefault(true, List.of()));
            console.println(findings(stack));
            console.printf(
                    "found in %d s. Look at %s/ , %s/metrics , %s/v1/roi%n",
                    Duration.between(start, clock.instant()).toSeconds(),
                    stack.metricsUrl(),
                    stack.metricsUrl(),
                    stack.metricsUrl());
            console.println("post your own events to " + stack.ingestUrl() + "/v1/events ; stop with Ctrl-C");
            Serving.untilStopped(stack, console);
        } finally {
            if (options.dataDir == null) {
                directory.delete();
            }
        }
        return 0;
    }

    /** Whether an event changes what had been said before, as they come late in a real company; a bad row does not. */
    private static boolean isAfterthought(String line) {
        Decoded decoded = EventReader.read(line.getBytes(StandardCharsets.UTF_8));
        return decoded instanceof Decoded.Accepted accepted
                && (accepted.event().data() instanceof EventRetracted
                        || accepted.event().data() instanceof EmployeeErased
                        || accepted.event().recorded().isAfter(accepted.event().time()));
    }

    private void post(LocalStack stack, List<String> lines) throws IOException, InterruptedException {
        var progress = new ConsoleProgress("events posted", console, clock);
        HttpClient http = HttpClient.newHttpClient();
        long accepted = 0;
        for (int from = 0; from < lines.size(); from += BATCH) {
            List<String> batch = lines.subList(from, Math.min(from + BATCH, lines.size()));
            HttpRequest request = HttpRequest.newBuilder(URI.create(stack.ingestUrl() + "/v1/events"))
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

    private String findings(LocalStack stack) {
        try (var topics = stack.resultTopics()) {
            await(topics);
            return Findings.of(topics.published());
        }
    }

    private void await(LocalStack stack) {
        try (var topics = stack.resultTopics()) {
            await(topics);
        }
    }

    private void await(ResultTopics topics) {
        Map<String, Long> offsets = topics.eventOffsets(options.partitions);
        long total = offsets.values().stream().mapToLong(Long::longValue).sum();
        var progress = new ConsoleProgress("evaluating, records read", console, clock);
        Instant asOf = new AsOf.CurrentDay().at(clock.instant());
        topics.await(offsets, asOf, () -> {}, read -> progress.at(read, total));
    }
}
