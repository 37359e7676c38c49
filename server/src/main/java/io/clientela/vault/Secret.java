package io.clientela.vault;

import java.security.SecureRandom;

/** Bytes nobody can guess, from one source for all threads. */
final class Secret {

    private static final SecureRandom SOURCE = new SecureRandom();

    private Secret() {}

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        SOURCE.nextBytes(bytes);
        return bytes;
    }
}
