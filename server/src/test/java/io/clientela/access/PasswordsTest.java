package io.clientela.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void unknownNameCostsAsMuchAsKnownOne() {
        String hash = passwords.hash("violet teapot harbour");
        assertThat(hash.substring(0, hash.indexOf(",p=")))
                .isEqualTo(Passwords.NOBODY.substring(0, Passwords.NOBODY.indexOf(",p=")));
        // One that couldn't be read would be refused at once; this throws then.
        assertThat(new Argon2PasswordEncoder(16, 32, 1, 19_456, 2).upgradeEncoding(Passwords.NOBODY))
                .isFalse();
        assertThat(passwords.matches("violet teapot harbour", Passwords.NOBODY)).isFalse();
    }

    @Test
    void halfACharacterMakesAPasswordWrongAndNothingElse() {
        String half = "violet teapot \ud800";
        assertThat(passwords.matches(half, passwords.hash("violet teapot 7"))).isFalse();
        assertThat(passwords.matches(half, passwords.hash(half))).isTrue();
    }

    @Test
    void fullWidthLettersAreTheSamePassword() {
        String hash = passwords.hash("violet teapot 7");
        assertThat(passwords.matches("ｖｉｏｌｅｔ teapot ７", hash)).isTrue();
        assertThat(passwords.matches("Violet teapot 7", hash)).isFalse();
    }
}
