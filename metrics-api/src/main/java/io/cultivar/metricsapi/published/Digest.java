package io.cultivar.metricsapi.published;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for some content: the same content has the same, wherever it is read. */
final class Digest {

    private final MessageDigest sha256;

    Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Digest add(byte[] content) {
        sha256.update(content);
        return this;
    }

    Digest add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sixteen hexadecimal digits of all that was added; nothing may be added afterwards. */
    String text() {
        return HexFormat.of().formatHex(sha256.digest(), 0, Long.BYTES * 2);
    }
}
