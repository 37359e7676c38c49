package io.clientela.access;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** API tokens: 256 random bits for a program that acts for somebody. A token can't make another. */
@Component
public class Tokens {

    static final int LONGEST_DAYS = 366;
    private static final String PREFIX = "cl_";

    private final TokenStore store;
    private final AccountStore accounts;
    private final AccessChanges changes;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Tokens(
            TokenStore store,
            AccountStore accounts,
            AccessChanges changes,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.changes = changes;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes a token for whoever is signed in; refuses with {@code page_session_needed} somebody who came with a token. */
    public Token.Issued issue(Actor actor, String label, int days) {
        requirePage(actor);
        AuditEvent told = AuditEvent.by(actor, "access.changed");
        return transaction.execute(status -> issue(actor.userId(), label, days, told));
    }

    /** Makes a token for a user by name, as the command line does; refuses with {@code not_found} an unknown name. */
    public Token.Issued issueFor(String userName, String label, int days) {
        Account account =
                accounts.find(userName).filter(Account::active).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
        AuditEvent told = AuditEvent.of(0, "system", "access.changed", "command line", "cli");
        return transaction.execute(status -> issue(account.id(), label, days, told));
    }

    public List<Token> of(Actor actor) {
        return of(actor.userId());
    }

    /** Somebody's tokens in force. */
    public List<Token> of(long account) {
        return store.of(account, clock.instant());
    }

    /** Ends one of the actor's own tokens at once. */
    public void revoke(Actor actor, long tokenId) {
        requirePage(actor);
        revoke(actor, actor.userId(), tokenId);
    }

    /** Ends one of somebody's tokens at once, as whoever manages access does. */
    public void revoke(Actor actor, long account, long tokenId) {
        transaction.executeWithoutResult(status -> {
            changes.begin();
            if (!store.revoke(tokenId, account, clock.instant())) {
                throw new Refusal(CommonError.NOT_FOUND);
            }
            changes.told(actor, "token_revoked", "token:" + tokenId, Map.of("account", String.valueOf(account)));
        });
    }

    private Token.Issued issue(long account, String label, int days, AuditEvent told) {
        if (label.isBlank() || label.length() > 100) {
            throw refusal("label", "access_text", "100");
        }
        if (days < 1 || days > LONGEST_DAYS) {
            throw refusal("days", "access_days", String.valueOf(LONGEST_DAYS));
        }
        String secret = Secrets.fresh(PREFIX);
        Instant now = clock.instant();
        Instant expires = now.plus(Duration.ofDays(days));
        long id = store.insert(account, Secrets.hash(secret), label.strip(), now, expires);
        trail.record(told.subject("token:" + id)
                .with("what", "token")
                .with("account", account)
                .with("days", days));
        return new Token.Issued(new Token(id, label.strip(), expires, Optional.empty()), secret);
    }

    private static void requirePage(Actor actor) {
        if (!"page".equals(actor.channel())) {
            throw new Refusal(AccessError.PAGE_SESSION_NEEDED);
        }
    }

    private static Refusal refusal(String field, String code, String most) {
        return new Refusal(
                CommonError.INVALID_VALUES, Map.of(), List.of(new FieldProblem(field, code, Map.of("most", most))));
    }
}
