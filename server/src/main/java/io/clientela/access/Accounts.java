package io.clientela.access;

import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.platform.Messages;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The people who can sign in. Somebody who may manage access is always left. */
@Component
public class Accounts {

    /** Letters and digits of any script; long enough for an e-mail address. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@+-]{0,99}");

    private static final int LONGEST_DISPLAY_NAME = 100;

    private final AccountStore store;
    private final DepartmentStore departments;
    private final SignInStore sessions;
    private final TokenStore tokens;
    private final SignIn signIn;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Codes codes;
    private final RoleStore roles;
    private final Entitling entitling;
    private final Ceiling ceiling;
    private final AccessChanges changes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Accounts(
            AccountStore store,
            DepartmentStore departments,
            SignInStore sessions,
            TokenStore tokens,
            SignIn signIn,
            Passwords passwords,
            PasswordRules rules,
            Codes codes,
            RoleStore roles,
            Entitling entitling,
            Ceiling ceiling,
            AccessChanges changes,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.departments = departments;
        this.sessions = sessions;
        this.tokens = tokens;
        this.signIn = signIn;
        this.passwords = passwords;
        this.rules = rules;
        this.codes = codes;
        this.roles = roles;
        this.entitling = entitling;
        this.ceiling = ceiling;
        this.changes = changes;
        this.transaction = transaction;
        this.clock = clock;
    }

    public List<Account> all() {
        return store.all();
    }

    public Optional<Account> find(long id) {
        return store.find(id);
    }

    /** By the name somebody signs in with, whatever its case or width. */
    public Optional<Account> find(String name) {
        return store.find(name);
    }

    public Account require(long id) {
        return store.find(id).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
    }

    public Optional<Department> department(Actor actor) {
        return actor.departmentId().isPresent()
                ? departments.find(actor.departmentId().getAsLong())
                : Optional.empty();
    }

    /**
     * Lets somebody in from now on. Without a password a one-time code is made with which they come in and set one. Refuses
     * with {@code invalid_values} or {@code user_name_taken}.
     */
    public Created create(Actor actor, Draft draft) {
        requireGood(draft, true);
        requireOpen(draft.departmentId());
        Optional<String> hash = draft.password().map(passwords::hash);
        return transaction.execute(status -> {
            changes.begin();
            long id = store.insert(draft.account(0), clock.instant())
                    .orElseThrow(() -> new Refusal(AccessError.USER_NAME_TAKEN));
            setRoles(id, draft.roles());
            ceiling.require(actor, Optional.empty(), entitled(require(id)));
            hash.ifPresent(made -> store.setPassword(id, made, draft.mustChangePassword(), clock.instant()));
            changes.told(actor, "user_created", Account.subject(id), detail(draft));
            return new Created(require(id), hash.isPresent() ? Optional.empty() : Optional.of(codes.make(id)));
        });
    }

    /**
     * Changes somebody. A new password and deactivation end their sessions and tokens at once; a new password also lifts a lock. Refuses
     * as {@link #create}, with {@code last_administrator} or {@code own_access}, and with {@code stale_version} where somebody else
     * changed them since {@code version}.
     */
    public Account change(Actor actor, long id, Draft draft, OptionalLong version) {
        Account before = require(id);
        requireGood(draft, false);
        if (!draft.departmentId().equals(before.departmentId())) {
            requireOpen(draft.departmentId());
        }
        Optional<String> hash = draft.password().map(passwords::hash);
        return transaction.execute(status -> {
            changes.begin();
            if (version.isPresent() && version.getAsLong() != store.versions().getOrDefault(id, 0L)) {
                throw new Refusal(CommonError.STALE_VERSION);
            }
            Actor had = entitled(require(id));
            if (!store.update(draft.account(id), clock.instant())) {
                throw new Refusal(AccessError.USER_NAME_TAKEN);
            }
            setRoles(id, draft.roles());
            hash.ifPresent(made -> {
                store.setPassword(id, made, draft.mustChangePassword(), clock.instant());
                signIn.unlock(draft.name());
            });
            if (hash.isPresent() || !draft.active()) {
                sessions.endSessions(id, "");
                tokens.revokeAll(id, clock.instant());
                codes.drop(id);
            }
            requireAdministrator();
            // Whoever knows the password can be that person, so setting it gives all their rights.
            ceiling.require(actor, hash.isPresent() ? Optional.empty() : Optional.of(had), entitled(require(id)));
            ceiling.requireKept(actor);
            changes.told(actor, "user", Account.subject(id), detail(draft, before));
            return require(id);
        });
    }

    /**
     * A new one-time code for somebody who has no password yet or has lost it. Password, sessions, tokens and an earlier code are
     * worth nothing from now on. Refuses with {@code conflict} for a deactivated account, and with {@code more_than_own}: whoever
     * holds the code can be that person.
     */
    public Created invite(Actor actor, long id) {
        Account account = require(id);
        if (!account.active()) {
            throw new Refusal(CommonError.CONFLICT);
        }
        return transaction.execute(status -> {
            changes.begin();
            ceiling.require(actor, Optional.empty(), entitled(account));
            store.dropPassword(id, clock.instant());
            sessions.endSessions(id, "");
            tokens.revokeAll(id, clock.instant());
            signIn.unlock(account.name());
            changes.told(actor, "invitation", Account.subject(id), Map.of());
            return new Created(require(id), Optional.of(codes.make(id)));
        });
    }

    /** Lets somebody try again at once whose name is locked after failures. */
    public void unlock(Actor actor, long id) {
        Account account = require(id);
        transaction.executeWithoutResult(status -> {
            changes.begin();
            signIn.unlock(account.name());
            changes.told(actor, "unlocked", Account.subject(id), Map.of());
        });
    }

    private Actor entitled(Account account) {
        return entitling.of(account, roles.all()).actor("", "", account.language());
    }

    /** Nobody comes into a department that has ended. */
    private void requireOpen(OptionalLong department) {
        boolean ended = department.isPresent()
                && departments
                        .find(department.getAsLong())
                        .filter(Department::retired)
                        .isPresent();
        if (ended) {
            throw refusal(List.of(problem("departmentId", "access_retired")));
        }
    }

    /** Sets the actor's own language. */
    public void speak(Actor actor, String language) {
        if (!Messages.LANGUAGES.contains(language)) {
            throw refusal(List.of(problem("language", "access_unknown")));
        }
        transaction.executeWithoutResult(status -> {
            changes.begin();
            store.setLanguage(actor.userId(), language, clock.instant());
            changes.told(actor, "language", Account.subject(actor.userId()), Map.of("language", language));
        });
    }

    /** Called in the transaction of a change, after it. */
    void requireAdministrator() {
        if (store.holders(Functions.ACCESS_MANAGE) == 0) {
            throw new Refusal(AccessError.LAST_ADMINISTRATOR);
        }
    }

    private void setRoles(long id, List<String> roles) {
        if (store.setRoles(id, roles) != new HashSet<>(roles).size()) {
            throw refusal(List.of(problem("roles", "access_unknown")));
        }
    }

    private void requireGood(Draft draft, boolean fresh) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!NAME.matcher(draft.name()).matches()) {
            problems.add(problem("name", "access_name"));
        }
        if (draft.displayName().isBlank() || draft.displayName().length() > LONGEST_DISPLAY_NAME) {
            problems.add(new FieldProblem(
                    "displayName", "access_text", Map.of("most", String.valueOf(LONGEST_DISPLAY_NAME))));
        }
        if (!Messages.LANGUAGES.contains(draft.language())) {
            problems.add(problem("language", "access_unknown"));
        }
        if (draft.departmentId().isPresent()
                && departments.find(draft.departmentId().getAsLong()).isEmpty()) {
            problems.add(problem("departmentId", "access_unknown"));
        }
        if (fresh && !draft.active()) {
            problems.add(problem("active", "access_unknown"));
        }
        draft.password().flatMap(word -> rules.fault(word, draft.name())).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            throw refusal(problems);
        }
    }

    /** As {@link #detail(Draft)}, with roles, department and activity as they were where they changed. */
    private static Map<String, String> detail(Draft draft, Account before) {
        Map<String, String> told = new HashMap<>(detail(draft));
        String roles = String.join(",", before.roles());
        if (!roles.equals(told.get("roles"))) {
            told.put("roles_before", roles);
        }
        if (!before.departmentId().equals(draft.departmentId())) {
            told.put("department_before", text(before.departmentId()));
        }
        if (before.active() != draft.active()) {
            told.put("active_before", String.valueOf(before.active()));
        }
        return told;
    }

    private static String text(OptionalLong id) {
        return id.isPresent() ? String.valueOf(id.getAsLong()) : "";
    }

    private static Map<String, String> detail(Draft draft) {
        return Map.of(
                "roles",
                String.join(",", draft.roles()),
                "active",
                String.valueOf(draft.active()),
                "department",
                text(draft.departmentId()),
                "password",
                draft.password().isPresent() ? "set" : "");
    }

    private static FieldProblem problem(String field, String code) {
        return new FieldProblem(field, code, Map.of());
    }

    private static Refusal refusal(List<FieldProblem> problems) {
        return new Refusal(CommonError.INVALID_VALUES, Map.of(), problems);
    }

    /** What an account is to be. */
    public record Draft(
            String name,
            String displayName,
            Optional<String> password,
            boolean mustChangePassword,
            String language,
            OptionalLong departmentId,
            List<String> roles,
            boolean active) {

        public Draft {
            name = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
            displayName = displayName.strip();
            roles = List.copyOf(roles);
        }

        Account account(long id) {
            return new Account(
                    id, name, displayName, password.isPresent(), true, language, departmentId, active, roles);
        }

        /** Never the password. */
        @Override
        public String toString() {
            return "Draft[name=" + name + "]";
        }
    }

    /** A new account, with a one-time code if it got no password. */
    public record Created(Account account, Optional<String> code) {}
}
