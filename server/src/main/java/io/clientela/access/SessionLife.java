package io.clientela.access;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** How long sessions live, as the settings have it. */
@Component
public class SessionLife {

    private final SignInRules rules;

    SessionLife(SignInRules rules) {
        this.rules = rules;
    }

    /** Without a request. */
    public Duration idle() {
        return rules.idle();
    }

    /** At all. */
    public Duration end() {
        return rules.end();
    }
}
