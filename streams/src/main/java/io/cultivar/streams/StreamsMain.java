package io.cultivar.streams;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Process 2: settings from the environment, the pipeline, until told to stop. */
public final class StreamsMain {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsMain.class);

    private StreamsMain() {}

    /** Runs until the process is told to stop; exits with 2 for wrong settings and 1 after faults. */
    public static void main(String[] args) throws InterruptedException {
        PipelineConfig config;
        OperationsConfig operations;
        try {
            operations = OperationsConfig.fromEnvironment(System.getenv());
            config = PipelineConfig.fromEnvironment(System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println("cultivar streams: " + e.getMessage());
            System.exit(2);
            return;
        }
        boolean failed;
        try (var service = new StreamsService(config);
                var server = OperationsServer.start(operations, config, service)) {
            Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop-pipeline"));
            service.start();
            LOG.info(
                    "the pipeline reads from {}; metrics at {}:{}",
                    config.bootstrapServers(),
                    operations.host(),
                    server.port());
            service.awaitStop();
            failed = service.hasFailed();
        }
        if (failed) {
            LOG.error("the pipeline gave up");
            System.exit(1);
        }
    }
}
