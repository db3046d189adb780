package io.cultivar.ingest;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is being worked on at this moment, bounded in requests and in body bytes: beyond that a request is turned
 * away at once rather than kept waiting. Bounding requests too keeps threads free for health checks.
 */
final class InFlight {

    /** Most requests at one time; fewer than the server has threads. */
    static final int MAX_REQUESTS = 128;

    private final long maxBytes;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger requests = new AtomicInteger();

    InFlight(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Lets one request in that holds nothing yet, or throws the problem that turns it away. */
    Ticket enter() {
        if (requests.incrementAndGet() > MAX_REQUESTS) {
            requests.decrementAndGet();
            throw Problem.overloaded("more than " + MAX_REQUESTS + " requests at one time");
        }
        return new Ticket();
    }

    /** One request's share; returned when closed. Used by one thread. */
    final class Ticket implements AutoCloseable {

        private long held;

        private Ticket() {}

        /** Makes sure that at least this many bytes are reserved, or throws the problem that turns the request away. */
        void reserve(long atLeast) {
            long more = atLeast - held;
            if (more <= 0) {
                return;
            }
            if (bytes.addAndGet(more) > maxBytes) {
                bytes.addAndGet(-more);
                throw Problem.overloaded("more than " + maxBytes + " body bytes at one time");
            }
            held = atLeast;
        }

        @Override
        public void close() {
            bytes.addAndGet(-held);
            requests.decrementAndGet();
            held = 0;
        }
    }
}
