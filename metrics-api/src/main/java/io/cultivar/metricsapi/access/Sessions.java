package io.cultivar.metricsapi.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who has signed in, as a cookie says it: name and end, signed. Nothing is kept here, so every replica with the same secret
 * knows the same visitors. A session ends with its key: the signature covers the key's hash and role.
 */
final class Sessions {

    /** A working day. */
    static final Duration LENGTH = Duration.ofHours(10);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_BYTES = 32;
    private static final String PURPOSE = "cultivar/session/v1";

    private final SecretKeySpec key;
    private final AccessKeys keys;
    private final InstantSource clock;

    Sessions(byte[] secret, AccessKeys keys, InstantSource clock) {
        // Derived, so that no other use of the secret could ever sign a session.
        this.key = new SecretKeySpec(mac(new SecretKeySpec(secret, ALGORITHM), PURPOSE), ALGORITHM);
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The secret in this base64 text.
     *
     * @throws IllegalArgumentException where there are fewer than 32 bytes in it; the message does not quote it
     */
    static byte[] secret(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // The decoder's own message would quote a character of the secret.
            throw new IllegalArgumentException("CULTIVAR_SESSION_SECRET is not valid base64", null);
        }
        if (bytes.length < MIN_BYTES) {
            throw new IllegalArgumentException(
                    "CULTIVAR_SESSION_SECRET has " + bytes.length + " bytes; it needs at least " + MIN_BYTES);
        }
        return bytes;
    }

    /** What the cookie of a new session holds. */
    String start(AccessKeys.Entry entry) {
        long end = clock.instant().plus(LENGTH).getEpochSecond();
        String name = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(entry.name().getBytes(StandardCharsets.UTF_8));
        return name + '.' + end + '.' + signature(entry, end);
    }

    /** Whose session this is; empty where it has ended, is forged, or its key is gone. */
    Optional<Visitor> find(String cookie) {
        String[] parts = cookie.split("\\.", -1);
        if (parts.length != 3 || !parts[1].matches("[0-9]{1,12}")) {
            return Optional.empty();
        }
        long end = Long.parseLong(parts[1]);
        return name(parts[0])
                .flatMap(keys::named)
                .filter(entry -> MessageDigest.isEqual(
                        signature(entry, end).getBytes(StandardCharsets.UTF_8),
                        parts[2].getBytes(StandardCharsets.UTF_8)))
                .filter(entry -> clock.instant().isBefore(Instant.ofEpochSecond(end)))
                .map(entry -> new Visitor(entry.name(), Visitor.Kind.SESSION, entry.role()));
    }

    private static Optional<String> name(String encoded) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // Not one of ours.
            return Optional.empty();
        }
    }

    private String signature(AccessKeys.Entry entry, long end) {
        String text = String.join("\n", entry.name(), entry.role().id(), entry.hash(), Long.toString(end));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, text));
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
