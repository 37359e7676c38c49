package io.clientela.audit;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The value of a keyed hash; empty where none was made. Compared in constant time. */
final class KeyedHash {

    private final byte[] bytes;

    KeyedHash(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    static KeyedHash none() {
        return new KeyedHash(new byte[0]);
    }

    static KeyedHash ofHex(String hex) {
        return new KeyedHash(HexFormat.of().parseHex(hex));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyedHash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
