package io.clientela.access;

import io.clientela.platform.Messages;
import io.clientela.platform.Organisation;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the installation calls things by itself, before anybody has named them: in its own language, until the first administrator
 * comes in and speaks another. Whatever somebody has named since stays.
 */
@Component
public class FirstNames {

    private static final String ADMINISTRATOR = "access.first.administrator";
    private static final String ROOT = "access.first.root";

    private final Messages messages;
    private final Organisation organisation;
    private final AccountStore accounts;
    private final DepartmentStore departments;
    private final AccessChanges changes;
    private final AccessSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FirstNames(
            Messages messages,
            Organisation organisation,
            AccountStore accounts,
            DepartmentStore departments,
            AccessChanges changes,
            AccessSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.messages = messages;
        this.organisation = organisation;
        this.accounts = accounts;
        this.departments = departments;
        this.changes = changes;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    String language() {
        return organisation.language();
    }

    String administrator(String language) {
        return messages.text(ADMINISTRATOR, language, Map.of());
    }

    String root(String language) {
        return settings.rootDepartment().isBlank()
                ? messages.text(ROOT, language, Map.of())
                : settings.rootDepartment();
    }

    /** Whether the first administrator hasn't come in yet; one who has lost the password has a language and names of their own. */
    public boolean awaited() {
        return accounts.isAwaited(FirstAdministrator.NAME);
    }

    /** Says them in the language in which the first administrator, who was awaited, comes in to set the first password. */
    public void follow(Account account, String language) {
        if (!FirstAdministrator.NAME.equals(account.name())) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            changes.begin();
            if (!account.language().equals(language)) {
                accounts.setLanguage(account.id(), language, clock.instant());
                changes.told(Actors.system(), "language", Account.subject(account.id()), Map.of("language", language));
            }
            accounts.find(account.id())
                    .filter(admin -> isOurs(ADMINISTRATOR, admin.displayName(), language))
                    .ifPresent(admin -> {
                        accounts.update(admin.called(administrator(language)), clock.instant());
                        changes.told(Actors.system(), "user", Account.subject(admin.id()), Map.of());
                    });
            made(language).ifPresent(root -> {
                departments.update(new Department(root.id(), root(language), root.parentId(), root.headId()));
                changes.told(Actors.system(), "department", Departments.subject(root.id()), Map.of());
            });
        });
    }

    /** The root department where it is still called as it was made, and otherwise in this language. */
    private Optional<Department> made(String language) {
        return settings.rootDepartment().isBlank()
                ? departments.all().stream()
                        .filter(department -> department.parentId().isEmpty())
                        .filter(department -> isOurs(ROOT, department.name(), language))
                        .findFirst()
                : Optional.empty();
    }

    /** Whether it is what we called it, and would be called otherwise in this language. */
    private boolean isOurs(String key, String name, String language) {
        return !messages.text(key, language, Map.of()).equals(name)
                && Messages.LANGUAGES.stream()
                        .anyMatch(one -> messages.text(key, one, Map.of()).equals(name));
    }
}
