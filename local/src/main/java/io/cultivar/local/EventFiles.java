package io.cultivar.local;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads files of events: {@code .ndjson} or {@code .jsonl} (one event a line), {@code .json} (an array of events, or a
 * single one), {@code .csv} (one event a row, see {@link CsvRows}); each also as {@code .gz}. Files are streamed: their
 * size does not matter.
 */
public final class EventFiles {

    private static final int BUFFER_BYTES = 1 << 16;

    /** One way to find the events in a text. */
    @FunctionalInterface
    private interface Format {
        void read(TextStream text, String name, EventSink sink) throws IOException;
    }

    private EventFiles() {}

    /**
     * Hands every event of the file to {@code sink}, in the order of the file. What the events say is not checked.
     *
     * @throws UnreadableInputException where the file is missing, has an unknown ending, or is not the text that its
     *     ending promises; what came before the fault has been handed on by then
     */
    public static void read(Path file, EventSink sink) {
        Path fileName = file.getFileName();
        String name = fileName == null ? "" : fileName.toString();
        String lower = name.toLowerCase(Locale.ROOT);
        boolean zipped = lower.endsWith(".gz");
        Format format = format(file, zipped ? lower.substring(0, lower.length() - 3) : lower);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UnreadableInputException(
                    file.toString(),
                    Files.isDirectory(file)
                            ? "this is a directory, not a file"
                            : Files.exists(file) ? "this file may not be read" : "there is no such file");
        }
        read(file, zipped, format, name, sink);
    }

    private static Format format(Path file, String lower) {
        if (lower.endsWith(".ndjson") || lower.endsWith(".jsonl")) {
            return NdjsonLines::read;
        }
        if (lower.endsWith(".json")) {
            return JsonElements::read;
        }
        if (lower.endsWith(".csv")) {
            return CsvRows::read;
        }
        throw new UnreadableInputException(
                file.toString(),
                "unknown kind of file; the name must end in .ndjson, .jsonl, .json or .csv, or one of these and .gz");
    }

    private static void read(Path file, boolean zipped, Format format, String name, EventSink sink) {
        long line = 1;
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = zipped ? new GZIPInputStream(raw, BUFFER_BYTES) : raw;
                TextStream text = new TextStream(withoutByteOrderMark(plain))) {
            try {
                format.read(text, name, sink);
            } catch (IOException e) {
                line = e instanceof FormatException fault ? fault.line() : text.line();
                throw e;
            }
        } catch (FormatException e) {
            throw unreadable(file, line, String.valueOf(e.getMessage()), e);
        } catch (CharacterCodingException e) {
            throw unreadable(file, line, "this is not UTF-8 text", e);
        } catch (ZipException | EOFException e) {
            throw unreadable(file, line, "this is no complete gzip file (" + e.getMessage() + ")", e);
        } catch (IOException e) {
            throw unreadable(file, line, "this cannot be read: " + e.getMessage(), e);
        }
    }

    private static UnreadableInputException unreadable(Path file, long line, String problem, Exception cause) {
        var exception = new UnreadableInputException(file.toString(), line, problem);
        exception.initCause(cause);
        return exception;
    }

    private static InputStream withoutByteOrderMark(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER_BYTES);
        buffered.mark(3);
        if (buffered.read() != 0xEF || buffered.read() != 0xBB || buffered.read() != 0xBF) {
            buffered.reset();
        }
        return buffered;
    }

    /** The text is not in the form that its file's ending promises. */
    static final class FormatException extends IOException {

        private static final long serialVersionUID = 1L;

        private final long line;

        FormatException(long line, String problem) {
            super(problem);
            this.line = line;
        }

        long line() {
            return line;
        }
    }
}
