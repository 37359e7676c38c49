package io.clientela.kit.match;

/** Hashes that spread well and stay the same from one run to the next. */
final class Hashes {

    private Hashes() {}

    static int of(String text) {
        return mix(text.hashCode());
    }

    static int of(int kind, int a, int b) {
        int hash = mix(mix(mix(kind + 0x9E3779B9) ^ a) * 31 + b);
        return hash == 0 ? 1 : hash;
    }

    /** The finaliser of MurmurHash3 (Appleby, public domain). */
    static int mix(int value) {
        int x = value;
        x ^= x >>> 16;
        x *= 0x85EBCA6B;
        x ^= x >>> 13;
        x *= 0xC2B2AE35;
        return x ^ (x >>> 16);
    }
}
