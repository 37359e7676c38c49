package io.clientela.access;

import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The offices and what each may do. */
@Component
public class Roles {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{1,39}");
    private static final Pattern TARGET = Pattern.compile("\\*|[a-z][a-z0-9_]*\\.(\\*|[a-z][a-z0-9_]*)");
    private static final int LONGEST_LABEL = 100;

    private final RoleStore store;
    private final Accounts accounts;
    private final AccessChanges changes;
    private final TransactionTemplate transaction;

    Roles(RoleStore store, Accounts accounts, AccessChanges changes, TransactionTemplate transaction) {
        this.store = store;
        this.accounts = accounts;
        this.changes = changes;
        this.transaction = transaction;
    }

    public List<Role> all() {
        return store.all();
    }

    public Optional<Role> find(String key) {
        return store.all().stream().filter(role -> role.key().equals(key)).findFirst();
    }

    /** Makes or changes a role; refuses with {@code invalid_values}, or {@code last_administrator}. */
    public Role put(Actor actor, Role role) {
        requireGood(role);
        return transaction.execute(status -> {
            changes.begin();
            store.put(role);
            accounts.requireAdministrator();
            changes.told(
                    actor,
                    "role",
                    "role:" + role.key(),
                    Map.of(
                            "functions", String.join(",", role.functions()),
                            "scope", role.reach().name().toLowerCase(Locale.ROOT),
                            "fields",
                                    String.join(
                                            ",",
                                            role.fields().keySet().stream()
                                                    .sorted()
                                                    .toList())));
            return find(role.key()).orElseThrow();
        });
    }

    private static void requireGood(Role role) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!KEY.matcher(role.key()).matches()) {
            problems.add(problem("key", "access_unknown"));
        }
        if (!Functions.ALL.containsAll(role.functions())) {
            problems.add(problem("functions", "access_unknown"));
        }
        if (!role.fields().keySet().stream()
                .allMatch(target -> TARGET.matcher(target).matches())) {
            problems.add(problem("fields", "access_unknown"));
        }
        if (role.labels().values().stream().anyMatch(label -> label.isBlank() || label.length() > LONGEST_LABEL)) {
            problems.add(new FieldProblem("labels", "access_text", Map.of("most", String.valueOf(LONGEST_LABEL))));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(CommonError.INVALID_VALUES, Map.of(), problems);
        }
    }

    private static FieldProblem problem(String field, String code) {
        return new FieldProblem(field, code, Map.of());
    }
}
