package io.cultivar.metricsapi;

import io.cultivar.metricsapi.access.NewKeyCommand;
import java.security.SecureRandom;
import java.util.concurrent.CountDownLatch;

/** Starts the metrics service and keeps it until the process is asked to end; or, with {@code new-key}, makes a key. */
public final class MetricsApiMain {

    private static final String LOG_SETTING = "logback.configurationFile";
    private static final int EXIT_FAILED = 1;
    private static final int EXIT_BAD_SETTING = 2;

    private MetricsApiMain() {}

    /** Exits with 2 where a setting is wrong, 1 where it cannot start; one line on standard error says why. */
    public static void main(String[] arguments) throws InterruptedException {
        if (System.getProperty(LOG_SETTING) == null) {
            System.setProperty(LOG_SETTING, "io/cultivar/metricsapi/logback.xml");
        }
        MetricsApiConfig config;
        try {
            if (arguments.length > 0) {
                NewKeyCommand.run(arguments, new SecureRandom(), System.out);
                return;
            }
            config = MetricsApiConfig.fromEnvironment(System.getenv());
        } catch (IllegalArgumentException e) {
            end(EXIT_BAD_SETTING, e);
            return;
        }
        CountDownLatch asked = new CountDownLatch(1);
        try {
            MetricsApiService service = new MetricsApiService(config);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                service.close();
                asked.countDown();
            }));
            service.start();
        } catch (RuntimeException e) {
            end(EXIT_FAILED, e);
        }
        asked.await();
    }

    private static void end(int status, Exception why) {
        System.err.println("cultivar metrics-api: " + why.getMessage());
        System.exit(status);
    }
}
