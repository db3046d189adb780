package io.cultivar.local;

import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Posts the events of an invented company to services that run elsewhere. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description = "Posts the events of an invented company to a running ingest.")
final class SampleCommand implements Callable<Integer> {

    private final PrintStream console;
    private final InstantSource clock;

    @Option(
            names = "--to",
            paramLabel = "URL",
            defaultValue = "http://localhost:8081",
            description = "where ingest listens; default ${DEFAULT-VALUE}")
    private String ingestUrl = "";

    SampleCommand(PrintStream console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var sample = new SamplePoster(ingestUrl, console, clock);
        sample.postFirst();
        sample.postCorrections();
        return 0;
    }
}
