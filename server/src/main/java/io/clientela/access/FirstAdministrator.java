package io.clientela.access;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees at each start to the root department and to the first administrator: with the password the environment gives, else
 * with a one-time code that whoever started the product hands on.
 */
@Component
public class FirstAdministrator implements SmartInitializingSingleton {

    public static final String NAME = "admin";
    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final AccountStore accounts;
    private final DepartmentStore departments;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Codes codes;
    private final AccessChanges changes;
    private final FirstNames names;
    private final AdminSettings given;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile Optional<String> code = Optional.empty();

    FirstAdministrator(
            AccountStore accounts,
            DepartmentStore departments,
            Passwords passwords,
            PasswordRules rules,
            Codes codes,
            AccessChanges changes,
            FirstNames names,
            AdminSettings given,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.departments = departments;
        this.passwords = passwords;
        this.rules = rules;
        this.codes = codes;
        this.changes = changes;
        this.names = names;
        this.given = given;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The code with which the administrator comes in and sets a password, made at this start; empty once there is one. */
    public Optional<String> code() {
        return code;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            changes.begin();
            if (departments.all().isEmpty()) {
                departments.insert(
                        new Department(0, names.root(names.language()), OptionalLong.empty(), OptionalLong.empty()),
                        clock.instant());
            }
            if (accounts.count() == 0) {
                create();
            }
            accounts.find(NAME).filter(admin -> !admin.hasPassword()).ifPresent(this::letIn);
        });
    }

    private void create() {
        long root = departments.all().getFirst().id();
        String language = names.language();
        Account admin = new Account(
                0, NAME, names.administrator(language), false, true, language, OptionalLong.of(root), true, List.of());
        long id = accounts.insert(admin, clock.instant()).orElseThrow();
        accounts.setRoles(id, List.of(Role.ADMINISTRATOR));
        changes.told(Actors.system(), "first_administrator", Account.subject(id), Map.of());
    }

    private void letIn(Account admin) {
        if (given.password().isEmpty()) {
            code = Optional.of(codes.make(admin.id()));
            return;
        }
        boolean weak = rules.fault(given.password(), NAME).isPresent();
        if (weak) {
            log.warn("CLIENTELA_ADMIN_PASSWORD is short or common: a new password is asked for at the first sign-in");
        }
        accounts.setPassword(admin.id(), passwords.hash(given.password()), weak, clock.instant());
        codes.drop(admin.id());
        changes.told(Actors.system(), "password", Account.subject(admin.id()), Map.of());
    }
}
