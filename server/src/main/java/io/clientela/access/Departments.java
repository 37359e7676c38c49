package io.clientela.access;

import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kernel.Scope;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts of the organisation: one tree with one root. */
@Component
public class Departments {

    private static final int LONGEST_NAME = 100;

    private final DepartmentStore store;
    private final AccountStore accounts;
    private final RoleStore roles;
    private final Entitling entitling;
    private final Ceiling ceiling;
    private final AccessChanges changes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Departments(
            DepartmentStore store,
            AccountStore accounts,
            RoleStore roles,
            Entitling entitling,
            Ceiling ceiling,
            AccessChanges changes,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.roles = roles;
        this.entitling = entitling;
        this.ceiling = ceiling;
        this.changes = changes;
        this.transaction = transaction;
        this.clock = clock;
    }

    public List<Department> all() {
        return store.all();
    }

    public Optional<Department> find(long id) {
        return store.find(id);
    }

    /** Adds one; without a parent it stands below the root. Refuses with {@code invalid_values}. */
    public Department create(Actor actor, Department fresh) {
        return transaction.execute(status -> {
            changes.begin();
            long root = store.all().getFirst().id();
            Department below = fresh.parentId().isPresent()
                    ? fresh
                    : new Department(0, fresh.name(), OptionalLong.of(root), fresh.headId());
            requireGood(below);
            requireOpen(below);
            long id = store.insert(below, clock.instant());
            changes.told(actor, "department_created", subject(id), detail(below));
            return require(id);
        });
    }

    /**
     * Renames or moves one. Refuses with {@code department_cycle} what would break the tree, and with {@code more_than_own} a
     * move that lets anybody reach files the actor doesn't.
     */
    public Department change(Actor actor, Department changed) {
        return transaction.execute(status -> {
            changes.begin();
            Department before = require(changed.id());
            requireGood(changed);
            boolean moved = !before.parentId().equals(changed.parentId());
            if (moved) {
                requireOpen(changed);
            }
            boolean rootStays =
                    before.parentId().isPresent() == changed.parentId().isPresent();
            boolean belowItself = changed.parentId().isPresent()
                    && store.subtree(changed.id()).contains(changed.parentId().getAsLong());
            if (!rootStays || belowItself) {
                throw new Refusal(AccessError.DEPARTMENT_CYCLE);
            }
            Map<Account, Scope> reached = moved ? reaches() : Map.of();
            store.update(changed);
            if (moved) {
                reaches()
                        .forEach((account, scope) ->
                                ceiling.requireScope(actor, reached.getOrDefault(account, new Scope.None()), scope));
            }
            changes.told(actor, "department", subject(changed.id()), detail(before, changed));
            return require(changed.id());
        });
    }

    /**
     * Ends one; it keeps its place and its customers' files. Refuses with {@code department_in_use} while active people or
     * departments at work are in it, and for the root.
     */
    public Department retire(Actor actor, long id) {
        return transaction.execute(status -> {
            changes.begin();
            Department department = require(id);
            if (department.parentId().isEmpty() || store.inUse(id)) {
                throw new Refusal(AccessError.DEPARTMENT_IN_USE);
            }
            store.retire(id, actor.userId(), clock.instant());
            changes.told(actor, "department_retired", subject(id), Map.of());
            return require(id);
        });
    }

    /** Takes one up again; refuses with {@code department_in_use} while the one it is part of has ended. */
    public Department reinstate(Actor actor, long id) {
        return transaction.execute(status -> {
            changes.begin();
            Department department = require(id);
            boolean parentEnded = department.parentId().isPresent()
                    && require(department.parentId().getAsLong()).retired();
            if (parentEnded) {
                throw new Refusal(AccessError.DEPARTMENT_IN_USE);
            }
            store.reinstate(id);
            changes.told(actor, "department_reinstated", subject(id), Map.of());
            return require(id);
        });
    }

    /** Of everybody, also those deactivated: they may be let in again as they are. */
    private Map<Account, Scope> reaches() {
        List<Role> all = roles.all();
        BiFunction<Account, List<Role>, Entitlement> entitlement = entitling.forMany();
        return accounts.all().stream()
                .collect(Collectors.toMap(
                        account -> account,
                        account -> entitlement.apply(account, all).scope()));
    }

    private Department require(long id) {
        return store.find(id).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
    }

    private void requireGood(Department department) {
        if (department.name().isBlank() || department.name().length() > LONGEST_NAME) {
            throw refusal(new FieldProblem("name", "access_text", Map.of("most", String.valueOf(LONGEST_NAME))));
        }
        if (department.parentId().isPresent()
                && store.find(department.parentId().getAsLong()).isEmpty()) {
            throw refusal(new FieldProblem("parentId", "access_unknown", Map.of()));
        }
        if (department.headId().isPresent()
                && accounts.find(department.headId().getAsLong()).isEmpty()) {
            throw refusal(new FieldProblem("headId", "access_unknown", Map.of()));
        }
    }

    /** Nothing is put below a department that has ended. */
    private void requireOpen(Department department) {
        boolean ended = department.parentId().isPresent()
                && store.find(department.parentId().getAsLong())
                        .filter(Department::retired)
                        .isPresent();
        if (ended) {
            throw refusal(new FieldProblem("parentId", "access_retired", Map.of()));
        }
    }

    private static Map<String, String> detail(Department before, Department department) {
        Map<String, String> told = new HashMap<>(detail(department));
        detail(before).forEach((part, was) -> {
            if (!was.equals(told.get(part))) {
                told.put(part + "_before", was);
            }
        });
        if (!before.name().equals(department.name())) {
            told.put("name_before", before.name());
            told.put("name", department.name());
        }
        return told;
    }

    private static Map<String, String> detail(Department department) {
        return Map.of("parent", text(department.parentId()), "head", text(department.headId()));
    }

    private static String text(OptionalLong id) {
        return id.isPresent() ? String.valueOf(id.getAsLong()) : "";
    }

    static String subject(long id) {
        return "department:" + id;
    }

    private static Refusal refusal(FieldProblem problem) {
        return new Refusal(CommonError.INVALID_VALUES, Map.of(), List.of(problem));
    }
}
