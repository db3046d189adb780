package io.cultivar.local;

import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves everything on an empty or a kept data directory. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Serves ingest, pipeline and metrics on this machine, on an empty or a kept data directory.")
final class RunCommand implements Callable<Integer> {

    private final PrintStream console;
    private final SecureRandom random;

    @Mixin
    private ServeOptions options = new ServeOptions();

    @Option(
            names = "--hold-back-hours",
            paramLabel = "HOURS",
            defaultValue = "168",
            description = "how long a published result waits for the smallest group to change before it changes with"
                    + " fewer people; 0: not at all; default ${DEFAULT-VALUE}")
    private int holdBackHours = 168;

    RunCommand(PrintStream console, SecureRandom random) {
        this.console = console;
        this.random = random;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path root = options.dataDir == null ? Path.of("data") : options.dataDir;
        var stack = LocalStack.start(new DataDirectory(root), options.local(Duration.ofHours(holdBackHours)), random);
        console.println("events:  POST " + stack.ingestUrl() + "/v1/events");
        console.println("results: " + stack.metricsUrl() + "/   " + stack.metricsUrl() + "/metrics");
        Serving.untilStopped(stack, console);
        return 0;
    }
}
