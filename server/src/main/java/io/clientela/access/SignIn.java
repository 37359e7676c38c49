package io.clientela.access;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.ErrorCode;
import io.clientela.kernel.Refusal;
import io.clientela.platform.Home;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells by name and password, or by a one-time code, who somebody is. A refusal never says whether the name exists, nor takes
 * a different time.
 */
@Component
public class SignIn {

    private static final String CHANNEL = "page";
    private static final int LONGEST_INPUT = 1_000;

    private final AccountStore accounts;
    private final SignInStore store;
    private final Passwords passwords;
    private final Codes codes;
    private final OriginLimit origins;
    private final SignInRules rules;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecretKeySpec nameKey;

    SignIn(
            AccountStore accounts,
            SignInStore store,
            Passwords passwords,
            Codes codes,
            OriginLimit origins,
            SignInRules rules,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock,
            Home home) {
        this.accounts = accounts;
        this.store = store;
        this.passwords = passwords;
        this.codes = codes;
        this.origins = origins;
        this.rules = rules;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
        this.nameKey = new SecretKeySpec(home.secret("names.key", 32), "HmacSHA256");
    }

    /** Refuses with {@code sign_in_failed}, {@code sign_in_locked} or {@code too_many_requests}. */
    public Account withPassword(String name, String password, String origin) {
        origins.require(origin);
        if (name.length() > LONGEST_INPUT || password.length() > LONGEST_INPUT) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
        byte[] hashedName = hashed(name);
        Optional<Account> account = accounts.find(name);
        attempt(hashedName, account, origin);
        String hash =
                account.flatMap(found -> accounts.passwordHash(found.id())).orElse(Passwords.NOBODY);
        boolean right = passwords.matches(password, hash);
        if (!right || account.isEmpty() || !account.get().active()) {
            throw failed(AccessError.SIGN_IN_FAILED, hashedName, account, origin, Map.of());
        }
        return entered(account.get(), hashedName, "password", origin);
    }

    /** Refuses with {@code sign_in_code_invalid} a code that is unknown, used or too old. */
    public Account withCode(String code, String origin) {
        origins.require(origin);
        Account account = borne(codes.use(code), origin);
        return entered(account, hashed(account.name()), "code", origin);
    }

    /** Who would come in with a code, which isn't used up by asking; refuses as {@link #withCode} and counts a guess as it does. */
    public Account bearer(String code, String origin) {
        origins.require(origin);
        return borne(codes.owner(code), origin);
    }

    private Account borne(OptionalLong id, String origin) {
        Optional<Account> account =
                id.isPresent() ? accounts.find(id.getAsLong()).filter(Account::active) : Optional.empty();
        return account.orElseThrow(
                () -> failed(AccessError.SIGN_IN_CODE_INVALID, new byte[0], Optional.empty(), origin, Map.of()));
    }

    /** Tells that somebody left. */
    public void out(Actor actor) {
        transaction.executeWithoutResult(
                status -> trail.record(AuditEvent.by(actor, "signed_out").subject(Account.subject(actor.userId()))));
    }

    /** Unlocks a name, as an administrator does by giving a new password. */
    void unlock(String name) {
        store.forgetFailures(hashed(name), clock.instant().minus(Failures.REMEMBERED));
    }

    /** The failures that count against which of these accounts now. */
    Map<Long, Failures> troubles(List<Account> people) {
        Instant now = clock.instant();
        Map<String, Failures> byHash = store.troubled(now.minus(Failures.REMEMBERED), now);
        Map<Long, Failures> troubles = new HashMap<>();
        if (!byHash.isEmpty()) {
            people.forEach(account -> Optional.ofNullable(
                            byHash.get(HexFormat.of().formatHex(hashed(account.name()))))
                    .ifPresent(failures -> troubles.put(account.id(), failures)));
        }
        return troubles;
    }

    private void attempt(byte[] hashedName, Optional<Account> account, String origin) {
        Instant now = clock.instant();
        Failures before = transaction.execute(status -> {
            Failures failures = store.failures(hashedName, now);
            if (!failures.locked(now)) {
                store.setFailures(hashedName, failures.attempted(now, rules.limits()));
            }
            return failures;
        });
        if (before.locked(now)) {
            long minutes =
                    Duration.between(now, before.lockedUntil().orElse(now)).toMinutes() + 1;
            throw failed(
                    AccessError.SIGN_IN_LOCKED,
                    hashedName,
                    account,
                    origin,
                    Map.of("minutes", String.valueOf(minutes)));
        }
    }

    private Account entered(Account account, byte[] hashedName, String means, String origin) {
        transaction.executeWithoutResult(status -> {
            store.forgetFailures(hashedName, clock.instant().minus(Failures.REMEMBERED));
            accounts.signedIn(account.id(), clock.instant());
            trail.record(AuditEvent.of(account.id(), account.name(), "signed_in", origin, CHANNEL)
                    .subject(Account.subject(account.id()))
                    .with("means", means));
        });
        return account;
    }

    /** The trail names the account where there is one; of any other name only its hash, since people type passwords into the wrong box. */
    private Refusal failed(
            ErrorCode error, byte[] hashedName, Optional<Account> account, String origin, Map<String, String> details) {
        origins.failed(origin);
        transaction.executeWithoutResult(status -> trail.record(AuditEvent.of(0, "", "sign_in_failed", origin, CHANNEL)
                .subject(account.map(known -> Account.subject(known.id())).orElse(""))
                .with("name_hash", HexFormat.of().formatHex(hashedName))
                .with("code", error.code())
                .outcome(AuditEvent.Outcome.REFUSED)));
        return new Refusal(error, details);
    }

    /** Half of a keyed hash: enough to tell names apart, and no use to whoever reads the database. */
    private byte[] hashed(String name) {
        try {
            Mac mac = Mac.getInstance(nameKey.getAlgorithm());
            mac.init(nameKey);
            return Arrays.copyOf(mac.doFinal(Account.key(name).getBytes(StandardCharsets.UTF_8)), 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", e);
        }
    }
}
