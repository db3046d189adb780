package io.cultivar.local;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the commands that serve. */
final class ServeOptions {

    private static final Duration SETTLING = Duration.ofSeconds(2);

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "where everything is kept; run: default data; demo: default a temporary directory")
    @Nullable
    Path dataDir;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "of the page, the metrics and the REST API; 0 for any free one; default ${DEFAULT-VALUE}")
    int port = 8080;

    @Option(
            names = "--ingest-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "where events are posted; 0 for any free one; default ${DEFAULT-VALUE}")
    int ingestPort = 8081;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description = "fixed once there is data; default ${DEFAULT-VALUE}")
    int partitions = 4;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "EUR",
            description = "reporting currency of the metrics; default ${DEFAULT-VALUE}")
    String currency = "EUR";

    /** These options; the invented people of the demo need no protection, so there nothing is held back. */
    LocalStack.Options local(Duration holdBack) {
        var waits = new LocalPipeline.Waits(SETTLING, holdBack);
        return new LocalStack.Options(partitions, new LocalStack.Ports(ingestPort, port), currency, waits);
    }
}
