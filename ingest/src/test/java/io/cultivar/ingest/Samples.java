package io.cultivar.ingest;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;

/** What several tests start from. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private Samples() {}

    /** The key of the bytes 0 to 31. */
    static PseudonymKey key() {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return PseudonymKey.fromBase64(Base64.getEncoder().encodeToString(bytes));
    }

    static Pseudonyms pseudonyms() {
        return new Pseudonyms(key());
    }

    static Sealer sealer() {
        return new Sealer(key(), new SecureRandom());
    }

    /** An outcome of employee E1042. */
    static String outcome(String id) {
        return outcome(id, "2026-03-31T09:00:00Z", "12.50");
    }

    static String outcome(String id, String time, String value) {
        return """
                {"specversion":"1.0","id":"%s","source":"crm","type":"outcome.measured","time":"%s",\
                "subject":"E1042","data":{"metric":"sales","value":%s}}""".formatted(id, time, value);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
