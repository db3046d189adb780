package io.cultivar.metricsapi.access;

import io.cultivar.contract.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JSON line for each request for results. Into a file, which is opened anew for each line, so that whoever rotates it may
 * simply rename it; or into the log, as the logger {@value #LOGGER}. The newest are also kept to be read.
 */
final class AuditLog {

    static final String LOGGER = "io.cultivar.audit";

    /** How many lines can be read from the server itself. */
    static final int KEPT = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    private final @Nullable Path file;
    private final Deque<byte[]> newest = new ArrayDeque<>();

    /**
     * Sees at once whether something can be written.
     *
     * @throws IllegalStateException where not
     */
    AuditLog(@Nullable Path file) {
        this.file = file;
        if (file == null && !LOG.isInfoEnabled()) {
            throw new IllegalStateException("nothing would be audited: the logger " + LOGGER
                    + " is below INFO in the configuration of logging, and CULTIVAR_AUDIT_FILE is not set");
        }
        if (file != null) {
            try {
                append(file, new byte[0]);
            } catch (IOException e) {
                throw new IllegalStateException(
                        "CULTIVAR_AUDIT_FILE cannot be written: " + file + " ("
                                + e.getClass().getSimpleName() + ')',
                        e);
            }
        }
    }

    /**
     * Writes a line.
     *
     * @throws UncheckedIOException where the file cannot be written
     */
    synchronized void write(AuditEntry entry) {
        byte[] json = Json.write(entry);
        if (file == null) {
            LOG.info("{}", new String(json, StandardCharsets.UTF_8));
        } else {
            try {
                append(file, line(json));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file, e);
            }
        }
        newest.addLast(json);
        if (newest.size() > KEPT) {
            newest.removeFirst();
        }
    }

    private static byte[] line(byte[] json) {
        byte[] line = new byte[json.length + 1];
        System.arraycopy(json, 0, line, 0, json.length);
        line[json.length] = '\n';
        return line;
    }

    /** In one piece, so that lines of two processes do not mix. */
    private static void append(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }

    /** What this process has written last, oldest first. */
    synchronized byte[] newest() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        newest.forEach(json -> lines.writeBytes(line(json)));
        return lines.toByteArray();
    }
}
