package io.clientela.access;

import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody sets their own password; all their other sessions and all their tokens end with it. */
@Component
public class PasswordChange {

    private final AccountStore accounts;
    private final SignInStore store;
    private final TokenStore tokens;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Codes codes;
    private final AccessChanges changes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PasswordChange(
            AccountStore accounts,
            SignInStore store,
            TokenStore tokens,
            Passwords passwords,
            PasswordRules rules,
            Codes codes,
            AccessChanges changes,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.store = store;
        this.tokens = tokens;
        this.passwords = passwords;
        this.rules = rules;
        this.codes = codes;
        this.changes = changes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Sets a new password; {@code current} is asked for unless a new password is due, which somebody who has just come in is
     * asked for. Refuses with {@code invalid_values} on {@code current} or {@code password}.
     */
    public void change(Actor actor, String current, String fresh, String sessionKept) {
        Account account = accounts.find(actor.userId()).orElseThrow(() -> new Refusal(CommonError.NOT_SIGNED_IN));
        String old = accounts.passwordHash(account.id()).orElse(Passwords.NOBODY);
        if (!account.mustChangePassword() && !passwords.matches(current, old)) {
            throw refusal("current", "password_wrong");
        }
        rules.require(fresh, account.name());
        if (account.hasPassword() && passwords.matches(fresh, old)) {
            throw refusal("password", "password_same");
        }
        String hash = passwords.hash(fresh);
        transaction.executeWithoutResult(status -> {
            changes.begin();
            accounts.setPassword(account.id(), hash, false, clock.instant());
            codes.drop(account.id());
            store.endSessions(account.id(), sessionKept);
            // Whoever came in with the old password may have made one.
            int revoked = tokens.revokeAll(account.id(), clock.instant());
            changes.told(
                    actor,
                    "password",
                    Account.subject(account.id()),
                    Map.of("tokens_revoked", String.valueOf(revoked)));
        });
    }

    private static Refusal refusal(String field, String code) {
        return new Refusal(CommonError.INVALID_VALUES, Map.of(), List.of(new FieldProblem(field, code, Map.of())));
    }
}
