package io.cultivar.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * The broker's own directory, locked against everybody else for as long as this is open. Kafka has a lock of its own,
 * but takes it only when its controller has already written among the metadata: a second would damage the first.
 */
final class BrokerDirectory implements Closeable {

    private static final String FORMATTED_MARK = "meta.properties";
    private static final String LOCK = ".embedded-broker.lock";

    /** A partition's directory, also one that is being deleted, moved or given up. */
    private static final Pattern PARTITION = Pattern.compile(".+-\\d+(\\..+-(delete|future|stray))?");

    private final Path directory;
    private final FileChannel lock;

    private BrokerDirectory(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Takes the directory, made where absent.
     *
     * @throws BrokerStartException where another broker holds it, or it cannot be written
     */
    static BrokerDirectory take(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel lock = FileChannel.open(directory.resolve(LOCK), CREATE, WRITE);
            if (!hasLocked(lock)) {
                lock.close();
                throw new BrokerStartException("another process holds the broker's directory " + directory
                        + "; stop it, or use another data directory");
            }
            return new BrokerDirectory(directory, lock);
        } catch (IOException e) {
            throw new BrokerStartException("cannot use the broker's directory " + directory + ": " + e, e);
        }
    }

    private static boolean hasLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /**
     * Formats the directory where no earlier start did.
     *
     * @throws BrokerStartException where it holds something else, or cannot be written
     */
    void format(Properties settings) {
        try {
            boolean formatted = Files.exists(directory.resolve(FORMATTED_MARK));
            refuseForeign(formatted);
            if (!formatted) {
                new Formatter()
                        .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
                        .setNodeId(Integer.parseInt(settings.getProperty("node.id")))
                        .setClusterId(Uuid.randomUuid().toString())
                        .setControllerListenerName(settings.getProperty("controller.listener.names"))
                        .addDirectory(directory.toString())
                        .setMetadataLogDirectory(directory.toString())
                        .run();
            }
        } catch (BrokerStartException e) {
            throw e;
        } catch (Exception e) {
            throw new BrokerStartException("cannot prepare the broker's directory " + directory + ": " + e, e);
        }
    }

    /** Lets others have the directory. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release " + directory, e);
        }
    }

    // The broker halts the whole process over a foreign directory among its logs.
    private void refuseForeign(boolean formatted) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                boolean own = formatted
                        ? !Files.isDirectory(entry) || PARTITION.matcher(name).matches()
                        : name.startsWith(".");
                if (!own) {
                    throw new BrokerStartException("the broker needs a directory of its own, but " + directory
                            + " holds " + name + "; move that away, or name an empty or new directory");
                }
            }
        }
    }
}
