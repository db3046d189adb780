package io.cultivar.ingest;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs {@code ingest} until it is told to stop: config, build, run, close. */
public final class IngestMain {

    private static final Logger LOG = LoggerFactory.getLogger(IngestMain.class);

    private IngestMain() {}

    /** Exits with 2 and one line on the error stream where a setting is wrong, with 1 where it cannot start. */
    public static void main(String[] arguments) {
        IngestConfig config;
        try {
            config = IngestConfig.fromEnvironment(System.getenv());
        } catch (IllegalArgumentException e) {
            fail(2, String.valueOf(e.getMessage()));
            return;
        }
        try {
            IngestService service = IngestService.start(config, InstantSource.system(), new SecureRandom());
            Runtime.getRuntime().addShutdownHook(new Thread(service::close, "close-ingest"));
            LOG.info("ingest listens on {}:{}", config.host(), service.port());
        } catch (RuntimeException e) {
            fail(1, "ingest cannot start: " + e.getMessage());
        }
    }

    private static void fail(int status, String why) {
        System.err.println(why);
        System.exit(status);
    }
}
