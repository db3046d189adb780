package io.cultivar.ingest;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * Every setting of this process. Each is an environment variable; a variable that is absent or blank means its default.
 *
 * @param bootstrapServers {@code CULTIVAR_BOOTSTRAP_SERVERS}: where Kafka is, {@code host:port} separated by commas
 * @param host {@code CULTIVAR_INGEST_HOST}: the address to listen on
 * @param port {@code CULTIVAR_INGEST_PORT}: the port to listen on; 0 lets the system choose
 * @param pseudonymKey {@code CULTIVAR_PSEUDONYM_KEY}: the secret that hides employees; has no default
 * @param maxBodyBytes {@code CULTIVAR_INGEST_MAX_BODY_BYTES}: longest body, as sent and as decompressed
 * @param maxBatch {@code CULTIVAR_INGEST_MAX_BATCH}: most events in one body
 * @param maxInFlightBytes {@code CULTIVAR_INGEST_MAX_IN_FLIGHT_BYTES}: most body bytes held at one time, over all
 *     requests
 * @param ackTimeout {@code CULTIVAR_INGEST_ACK_TIMEOUT_MS}: how long the broker may take to acknowledge
 */
public record IngestConfig(
        String bootstrapServers,
        String host,
        int port,
        PseudonymKey pseudonymKey,
        int maxBodyBytes,
        int maxBatch,
        long maxInFlightBytes,
        Duration ackTimeout) {

    public IngestConfig {
        Objects.requireNonNull(bootstrapServers);
        Objects.requireNonNull(host);
        Objects.requireNonNull(pseudonymKey);
        Objects.requireNonNull(ackTimeout);
        if (maxInFlightBytes < maxBodyBytes) {
            throw new IllegalArgumentException("CULTIVAR_INGEST_MAX_IN_FLIGHT_BYTES is " + maxInFlightBytes
                    + "; it must be at least CULTIVAR_INGEST_MAX_BODY_BYTES, which is " + maxBodyBytes);
        }
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException with one line that names the variable, its value (but never the key's), and
     *     what is allowed
     */
    public static IngestConfig fromEnvironment(Map<String, String> environment) {
        var variables = new Variables(environment);
        return new IngestConfig(
                variables.text("CULTIVAR_BOOTSTRAP_SERVERS", "localhost:9092"),
                variables.text("CULTIVAR_INGEST_HOST", "127.0.0.1"),
                (int) variables.whole("CULTIVAR_INGEST_PORT", 8081, 0, 65_535),
                variables.key(),
                (int) variables.whole("CULTIVAR_INGEST_MAX_BODY_BYTES", 16_777_216, 1_024, 1_073_741_824),
                (int) variables.whole("CULTIVAR_INGEST_MAX_BATCH", 10_000, 1, 1_000_000),
                variables.whole("CULTIVAR_INGEST_MAX_IN_FLIGHT_BYTES", 67_108_864, 1_024, 1_099_511_627_776L),
                Duration.ofMillis(variables.whole("CULTIVAR_INGEST_ACK_TIMEOUT_MS", 30_000, 100, 600_000)));
    }

    private record Variables(Map<String, String> environment) {

        String text(String name, String fallback) {
            String value = environment.getOrDefault(name, "").strip();
            return value.isEmpty() ? fallback : value;
        }

        long whole(String name, long fallback, long least, long most) {
            String value = text(name, Long.toString(fallback));
            try {
                long number = Long.parseLong(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw notAllowed(name, value, least, most);
            }
            throw notAllowed(name, value, least, most);
        }

        private static IllegalArgumentException notAllowed(String name, String value, long least, long most) {
            return new IllegalArgumentException(
                    name + " is \"" + value + "\"; it must be a whole number from " + least + " to " + most);
        }

        PseudonymKey key() {
            String name = "CULTIVAR_PSEUDONYM_KEY";
            String howTo = "; it must be base64 of at least " + PseudonymKey.MIN_BYTES
                    + " random bytes, such as: openssl rand -base64 32";
            String value = text(name, "");
            if (value.isEmpty()) {
                throw new IllegalArgumentException(name + " is not set" + howTo);
            }
            try {
                return PseudonymKey.fromBase64(value);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + " cannot be used: " + e.getMessage() + howTo, null);
            }
        }
    }
}
