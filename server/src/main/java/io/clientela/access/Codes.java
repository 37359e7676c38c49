package io.clientela.access;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** One-time codes that stand in for a password not set yet: good for a day and for one use. */
@Component
class Codes {

    private static final Duration VALID = Duration.ofHours(24);

    private final SignInStore store;
    private final Clock clock;

    Codes(SignInStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Makes an account's code; an earlier one is worth nothing from now on. */
    String make(long account) {
        String code = Secrets.fresh("");
        store.dropCodes(account);
        store.addCode(Secrets.hash(code), account, clock.instant().plus(VALID));
        return code;
    }

    /** Whose code it is; it can still be used. */
    OptionalLong owner(String code) {
        return store.codeAccount(Secrets.hash(code), clock.instant());
    }

    OptionalLong use(String code) {
        return store.useCode(Secrets.hash(code), clock.instant());
    }

    void drop(long account) {
        store.dropCodes(account);
    }
}
