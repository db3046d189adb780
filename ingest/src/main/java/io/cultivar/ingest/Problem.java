package io.cultivar.ingest;

import java.util.Map;

/**
 * A request that cannot be served, as an RFC 9457 problem. Thrown on the way in and answered at one place.
 *
 * <p>Details name limits and places, never a value of an event.
 */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers;

    Problem(int status, String detail) {
        this(status, detail, Map.of());
    }

    Problem(int status, String detail, Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.headers = Map.copyOf(headers);
    }

    /** Too much at once: the sender is asked to come back. */
    static Problem overloaded(String detail) {
        return new Problem(429, detail, Map.of("Retry-After", "1"));
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
