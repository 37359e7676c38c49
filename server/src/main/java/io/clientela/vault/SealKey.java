package io.clientela.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * An AES-256-GCM key that seals bytes for one place; a seal opens only with the same place, so that no sealed value can be
 * moved to another file, entry or field.
 */
public final class SealKey {

    private static final byte FORMAT = 1;

    private final AesGcmJce cipher;

    SealKey(byte[] key) {
        try {
            this.cipher = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key can't be used", e);
        }
    }

    public byte[] seal(byte[] plain, String place) {
        try {
            byte[] sealed = cipher.encrypt(plain, place.getBytes(StandardCharsets.UTF_8));
            byte[] marked = new byte[sealed.length + 1];
            marked[0] = FORMAT;
            System.arraycopy(sealed, 0, marked, 1, sealed.length);
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
