package io.clientela.access;

import io.clientela.audit.AuditLook;
import io.clientela.audit.AuditLook.Seen;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** When somebody came in, left, or was refused at the door, as the trail has it. */
@Component
public class SignIns {

    private static final List<String> ACTIONS = List.of("signed_in", "signed_out", "sign_in_failed");
    private static final int MOST = 50;

    private final AuditLook trail;
    private final Accounts accounts;

    SignIns(AuditLook trail, Accounts accounts) {
        this.trail = trail;
        this.accounts = accounts;
    }

    /** The newest first; refuses with {@code not_found} where nobody has the id. */
    public List<SignInTold> of(long account) {
        accounts.require(account);
        return trail.of(Account.subject(account), ACTIONS, MOST).stream()
                .map(SignIns::told)
                .toList();
    }

    private static SignInTold told(Seen seen) {
        return new SignInTold(seen.at(), seen.action(), seen.detail().getOrDefault("code", ""), seen.origin());
    }

    /** One of them; {@code code} says why somebody was refused. */
    public record SignInTold(Instant at, String action, String code, String origin) {}
}
