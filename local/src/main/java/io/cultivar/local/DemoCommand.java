package io.cultivar.local;

import io.cultivar.streams.AsOf;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves everything, posts the events of an invented company, and says what was found. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Serves everything with the events of an invented company, and prints what was found.")
final class DemoCommand implements Callable<Integer> {

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
            var sample = new SamplePoster(stack.ingestUrl(), console, clock);
            sample.postFirst();
            console.println("waiting until it is published, to correct some of it then (see /v1/restatements)");
            await(stack);
            sample.postCorrections();
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
