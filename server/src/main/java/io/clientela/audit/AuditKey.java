package io.clientela.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes (HMAC-SHA256) over rows of the trail; the key never enters the database. */
final class AuditKey {

    static final String SECRET = "audit.key";
    static final int BYTES = 32;

    /** What stands before the first seal. */
    static final KeyedHash START = new KeyedHash(new byte[BYTES]);

    private static final String ALGORITHM = "HmacSHA256";

    /** Never used itself: a copy of it is several times quicker than a new one, and one is made for each hash. */
    private final Mac prototype;

    AuditKey(byte[] key) {
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", e);
        }
    }

    /** Proves that the product itself made this row. */
    KeyedHash stamp(AuditRow row) {
        return hash("stamp", row.canonical());
    }

    /** Ties a row to the one sealed before it. */
    KeyedHash seal(KeyedHash previous, long number, AuditRow row) {
        return hash(
                "seal",
                previous.bytes(),
                bytes(number),
                row.canonical(),
                row.stamp().bytes());
    }

    /** Covers what the seal leaves out because merges move it. */
    KeyedHash head(long number, long head) {
        return hash("head", bytes(number), bytes(head));
    }

    private KeyedHash hash(String purpose, byte[]... parts) {
        try {
            Mac mac = (Mac) prototype.clone();
            mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return new KeyedHash(mac.doFinal());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java can't copy a keyed hash", e);
        }
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
