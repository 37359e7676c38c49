package io.clientela.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An AES-256-GCM key that seals bytes for one place; a seal opens only with the same place, so that no sealed value can be
 * moved to another file, entry or field.
 */
public final class SealKey {

    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final SecretKeySpec key;
    private final AesGcmJce cipher;

    SealKey(byte[] key) {
        try {
            this.key = new SecretKeySpec(key, "AES");
            this.cipher = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key can't be used", e);
        }
    }

    /**
     * What {@link AesGcmJce} would make of it: nonce, text, tag. It draws its nonces from a source of each thread, and every request
     * has a new thread of its own, so most of its time would go into sources.
     */
    public byte[] seal(byte[] plain, String place) {
        byte[] nonce = Secret.bytes(NONCE_BYTES);
        try {
            Cipher sealing = Cipher.getInstance("AES/GCM/NoPadding");
            sealing.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
            sealing.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            byte[] marked = new byte[1 + NONCE_BYTES + plain.length + TAG_BYTES];
            marked[0] = FORMAT;
            System.arraycopy(nonce, 0, marked, 1, NONCE_BYTES);
            sealing.doFinal(plain, 0, plain.length, marked, 1 + NONCE_BYTES);
            return marked;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed for " + place, e);
        }
    }

    /** Throws {@link IllegalStateException} when the seal was made for another place or was tampered with. */
    public byte[] open(byte[] sealed, String place) {
        if (sealed.length < 2 || sealed[0] != FORMAT) {
            throw new IllegalStateException("no seal of a known format at " + place);
        }
        byte[] body = new byte[sealed.length - 1];
        System.arraycopy(sealed, 1, body, 0, body.length);
        try {
            return cipher.decrypt(body, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the seal at " + place + " doesn't open", e);
        }
    }
}
