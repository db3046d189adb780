package io.cultivar.ingest;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals refused bytes, which may name a person, so that they can be kept: AES-256-GCM with a random 96-bit nonce,
 * under a key derived from the pseudonym key. The sealed text is base64 of nonce, ciphertext and tag.
 */
public final class Sealer {

    /** Separates this use of the pseudonym key from the pseudonyms; changing it makes older seals unreadable. */
    private static final String LABEL = "cultivar/sealed-rejections/v1";

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    public Sealer(PseudonymKey pseudonymKey, SecureRandom random) {
        this.key = new SecretKeySpec(pseudonymKey.hmac(LABEL), "AES");
        this.random = random;
    }

    /** The bytes, sealed; the same bytes give another text every time. */
    public String seal(byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce);
            byte[] sealed = new byte[NONCE_BYTES + cipher.getOutputSize(plain.length)];
            System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + CIPHER, e);
        }
    }

    /**
     * What {@link #seal} was given.
     *
     * @throws IllegalArgumentException where the text was not sealed under this key, or was changed since
     */
    public byte[] open(String sealedText) {
        byte[] sealed = Base64.getDecoder().decode(sealedText);
        if (sealed.length < NONCE_BYTES) {
            throw new IllegalArgumentException("a sealed text has at least " + NONCE_BYTES + " bytes");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, sealed).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("sealed under another key, or changed since", e);
        }
    }

    private Cipher cipher(int mode, byte[] startsWithNonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, startsWithNonce, 0, NONCE_BYTES));
        return cipher;
    }
}
