package io.cultivar.ingest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that hides who an event is about. It can be used, but neither read nor printed; whoever has it can test
 * guesses at employee ids, and without it the pseudonyms stay what they are.
 */
public final class PseudonymKey {

    /** Fewest bytes of a key: the strength of SHA-256. */
    public static final int MIN_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private PseudonymKey(byte[] bytes) {
        if (bytes.length < MIN_BYTES) {
            throw new IllegalArgumentException(
                    "the pseudonym key has " + bytes.length + " bytes; it needs at least " + MIN_BYTES);
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /**
     * The key that this base64 text holds.
     *
     * @throws IllegalArgumentException where the text is no base64 or holds fewer than {@link #MIN_BYTES} bytes; the
     *     message does not quote it
     */
    public static PseudonymKey fromBase64(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // The decoder's own message would quote a character of the secret.
            throw new IllegalArgumentException("the pseudonym key is not valid base64", null);
        }
        return new PseudonymKey(bytes);
    }

    /** HMAC-SHA256 of the text's UTF-8 under this key: 32 bytes. */
    byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "PseudonymKey[hidden]";
    }
}
