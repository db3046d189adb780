package io.cultivar.ingest;

import io.cultivar.ingest.InFlight.Ticket;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request body within bounds: of bytes, as sent and as decompressed, of what all requests hold, and of time.
 */
final class BodyReader {

    private static final int CHUNK_BYTES = 64 * 1024;

    private final int maxBytes;
    private final Duration longest;

    /**
     * @param maxBytes longest body
     * @param longest longest time that a body may take; the server's idle timeout alone would let a sender trickle
     *     for ever
     */
    BodyReader(int maxBytes, Duration longest) {
        this.maxBytes = maxBytes;
        this.longest = longest;
    }

    /** The body, decompressed; throws the {@link Problem} that it is. */
    byte[] read(HttpServletRequest request, Ticket ticket) {
        boolean gzip = isGzip(request.getHeader("Content-Encoding"));
        long declared = request.getContentLengthLong();
        if (declared > maxBytes) {
            throw tooLarge();
        }
        // Before anything is read; a body of undeclared or compressed length is counted as it comes.
        ticket.reserve(declared);
        try (InputStream raw = request.getInputStream();
                InputStream body = gzip ? new GZIPInputStream(raw, CHUNK_BYTES) : raw) {
            return drain(body, (int) Math.max(declared, 0), ticket);
        } catch (ZipException e) {
            throw new Problem(400, "the body is not valid gzip");
        } catch (EOFException e) {
            throw new Problem(400, "the body ended early");
        } catch (IOException e) {
            throw e.getCause() instanceof TimeoutException ? tooSlow() : new Problem(400, "the body could not be read");
        }
    }

    private byte[] drain(InputStream body, int expected, Ticket ticket) throws IOException {
        long start = System.nanoTime();
        var collected = new ByteArrayOutputStream(Math.max(expected, CHUNK_BYTES));
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
            if (collected.size() + count > maxBytes) {
                throw tooLarge();
            }
            ticket.reserve((long) collected.size() + count);
            collected.write(chunk, 0, count);
            if (System.nanoTime() - start > longest.toNanos()) {
                throw tooSlow();
            }
        }
        return collected.toByteArray();
    }

    private static boolean isGzip(@Nullable String encoding) {
        return switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity", "" -> false;
            case "gzip", "x-gzip" -> true;
            default ->
                throw new Problem(
                        415,
                        "this content encoding is not taken; send gzip, or none",
                        Map.of("Accept-Encoding", "gzip, identity"));
        };
    }

    private Problem tooLarge() {
        return new Problem(413, "the body, decompressed, is longer than " + maxBytes + " bytes");
    }

    private Problem tooSlow() {
        return new Problem(408, "the body took longer than " + longest.toSeconds() + " s to arrive");
    }
}
