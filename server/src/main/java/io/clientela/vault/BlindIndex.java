package io.clientela.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Exact search over sealed values: a keyed hash of kind and value, 17 bytes, the first of which is the version of the key.
 * The key is derived from the master key and is not in the database.
 */
@Component
public final class BlindIndex {

    private static final byte VERSION = 1;
    private static final int HASH_BYTES = 16;

    private final Mac prototype;

    BlindIndex(MasterKey master) {
        try {
            prototype = Mac.getInstance("HmacSHA256");
            prototype.init(new SecretKeySpec(master.derive("blind:" + VERSION), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] of(String kind, String value) {
        Mac mac = copy();
        mac.update(kind.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        byte[] hash = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        byte[] blind = new byte[HASH_BYTES + 1];
        blind[0] = VERSION;
        System.arraycopy(hash, 0, blind, 1, HASH_BYTES);
        return blind;
    }

    /** The same as hexadecimal text, for the audit trail. */
    public String text(String kind, String value) {
        return java.util.HexFormat.of().formatHex(Arrays.copyOf(of(kind, value), 9));
    }

    /** A Mac keeps state, so each use takes a copy; copying spares the costly setting up of the key. */
    private Mac copy() {
        try {
            return (Mac) prototype.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
