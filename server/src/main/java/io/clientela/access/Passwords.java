package io.clientela.access;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id hashes with the parameters OWASP's password storage cheat sheet asks for (19 MiB, two passes). No more are worked
 * out at once than there are processors, since each takes that memory.
 */
@Component
class Passwords {

    private static final int SALT = 16;
    private static final int LENGTH = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int REPLACEMENT = 0xfffd;

    /** A hash of the same cost that no password has, so that an unknown name takes as long as a known one. */
    static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA" + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(SALT, LENGTH, LANES, MEMORY_KIB, PASSES);
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors());

    String hash(String password) {
        places.acquireUninterruptibly();
        try {
            return encoder.encode(folded(password));
        } finally {
            places.release();
        }
    }

    boolean matches(String password, String hash) {
        places.acquireUninterruptibly();
        try {
            return encoder.matches(folded(password), hash);
        } finally {
            places.release();
        }
    }

    /** An input method may give the same letters full width; half of a character, which nothing can be made of, is no letter. */
    static String folded(String password) {
        StringBuilder whole = new StringBuilder();
        password.codePoints()
                .map(letter -> Character.getType(letter) == Character.SURROGATE ? REPLACEMENT : letter)
                .forEach(whole::appendCodePoint);
        return Normalizer.normalize(whole, Normalizer.Form.NFKC);
    }
}
