package io.cultivar.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** The broker's own directory: new and empty, or formatted by an earlier start. */
final class BrokerDirectory {

    private static final String FORMATTED_MARK = "meta.properties";

    private BrokerDirectory() {}

    /**
     * Formats the directory where no earlier start did.
     *
     * @throws BrokerStartException where it holds something else, or cannot be written
     */
    static void prepare(Path directory, Properties settings) {
        try {
            Files.createDirectories(directory);
            if (Files.exists(directory.resolve(FORMATTED_MARK))) {
                return;
            }
            refuseForeign(directory);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
                    .setNodeId(Integer.parseInt(settings.getProperty("node.id")))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(settings.getProperty("controller.listener.names"))
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .run();
        } catch (BrokerStartException e) {
            throw e;
        } catch (Exception e) {
            throw new BrokerStartException(
                    "cannot prepare the broker's directory " + directory + ": " + e.getMessage(), e);
        }
    }

    // The broker halts the whole process, silently, over anything foreign among its logs.
    private static void refuseForeign(Path directory) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (!entry.getFileName().toString().startsWith(".")) {
                    throw new BrokerStartException("the broker needs a directory of its own, but " + directory
                            + " holds " + entry.getFileName() + "; name an empty or new directory");
                }
            }
        }
    }
}
