package io.clientela.access;

import io.clientela.access.Consequence.Difference;
import io.clientela.access.spi.FieldSights;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The offices and what each may do. */
@Component
public class Roles {

    private final RoleStore store;
    private final RoleRules rules;
    private final AccountStore people;
    private final Accounts accounts;
    private final Entitling entitling;
    private final Ceiling ceiling;
    private final FieldSights sights;
    private final AccessChanges changes;
    private final TransactionTemplate transaction;

    Roles(
            RoleStore store,
            RoleRules rules,
            AccountStore people,
            Accounts accounts,
            Entitling entitling,
            Ceiling ceiling,
            @Lazy FieldSights sights,
            AccessChanges changes,
            TransactionTemplate transaction) {
        this.store = store;
        this.rules = rules;
        this.people = people;
        this.accounts = accounts;
        this.entitling = entitling;
        this.ceiling = ceiling;
        this.sights = sights;
        this.changes = changes;
        this.transaction = transaction;
    }

    public List<Role> all() {
        return store.all();
    }

    public Optional<Role> find(String key) {
        return store.all().stream().filter(role -> role.key().equals(key)).findFirst();
    }

    /** How many accounts bear each role; one that nobody bears is absent. */
    public Map<String, Integer> bearers() {
        return store.bearers();
    }

    /** Makes a role; refuses as {@link #put}, and with {@code role_key_taken}. */
    public Role create(Actor actor, Role fresh) {
        Role good = rules.require(fresh);
        return transaction.execute(status -> {
            changes.begin();
            if (find(good.key()).isPresent()) {
                throw new Refusal(AccessError.ROLE_KEY_TAKEN);
            }
            return kept(actor, Optional.empty(), good);
        });
    }

    /**
     * Makes or changes a role. Refuses with {@code invalid_values}, {@code stale_version} where the role has changed since
     * {@code version}, {@code role_protected}, {@code more_than_own}, {@code own_access} or {@code last_administrator}.
     */
    public Role put(Actor actor, Role role, OptionalLong version) {
        Role good = rules.require(role);
        return transaction.execute(status -> {
            changes.begin();
            Optional<Role> before = find(good.key());
            requireFresh(before, version);
            return kept(actor, before, good);
        });
    }

    /** Takes away a role that nobody bears; refuses with {@code role_borne}, {@code role_protected} or {@code stale_version}. */
    public void delete(Actor actor, String key, OptionalLong version) {
        transaction.executeWithoutResult(status -> {
            changes.begin();
            Role role = find(key).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
            requireFresh(Optional.of(role), version);
            if (role.administrator()) {
                throw new Refusal(AccessError.ROLE_PROTECTED);
            }
            int bearers = store.bearers().getOrDefault(key, 0);
            if (bearers > 0) {
                throw new Refusal(AccessError.ROLE_BORNE, Map.of("people", String.valueOf(bearers)));
            }
            store.delete(key);
            changes.told(actor, "role_deleted", "role:" + key, RoleRules.told(Optional.of(role), Optional.empty()));
        });
    }

    /** What keeping the role as given would do to whom; nothing is changed. */
    public List<Consequence> consequences(Role changed) {
        Role good = rules.require(changed);
        List<Role> now = store.all();
        List<Role> then = with(now, good);
        BiFunction<Account, List<Role>, Entitlement> entitlement = entitling.forMany();
        FieldSights seen = new SightsOnce(sights);
        Map<Difference, List<String>> byDifference = new LinkedHashMap<>();
        for (Account account :
                bearersOf(good.key()).stream().filter(Account::active).toList()) {
            Actor before = actor(entitlement.apply(account, now));
            Actor after = actor(entitlement.apply(account, then));
            Consequence.between(before, after, seen.of(before), seen.of(after))
                    .forEach(difference -> byDifference
                            .computeIfAbsent(difference, key -> new ArrayList<>())
                            .add(account.displayName()));
        }
        List<Consequence> all = new ArrayList<>();
        byDifference.forEach(
                (what, names) -> all.add(new Consequence(what.kind(), what.subject(), what.from(), what.to(), names)));
        return all;
    }

    private Role kept(Actor actor, Optional<Role> before, Role role) {
        List<Role> then = store.all();
        List<Role> now = with(then, role);
        store.put(role);
        accounts.requireAdministrator();
        before.filter(Role::administrator).ifPresent(old -> requireOnlyWordsChanged(old, role));
        // Whether borne already or not: what the role alone gives must be the giver's to give.
        Account nobody = RoleRules.bearer(role, actor);
        BiFunction<Account, List<Role>, Entitlement> entitlement = entitling.forMany();
        FieldSights seen = new SightsOnce(sights);
        ceiling.require(
                actor,
                before.map(old -> actor(entitlement.apply(nobody, List.of(old)))),
                actor(entitlement.apply(nobody, List.of(role))),
                seen);
        // Those deactivated too: they may be let in again as they are.
        for (Account bearer : bearersOf(role.key())) {
            Actor had = actor(entitlement.apply(bearer, then));
            ceiling.require(actor, Optional.of(had), actor(entitlement.apply(bearer, now)), seen);
        }
        ceiling.requireKept(actor);
        changes.told(
                actor,
                before.isPresent() ? "role" : "role_created",
                "role:" + role.key(),
                RoleRules.told(before, Optional.of(role)));
        return find(role.key()).orElseThrow();
    }

    private List<Account> bearersOf(String key) {
        return people.all().stream()
                .filter(account -> account.roles().contains(key))
                .toList();
    }

    private static Actor actor(Entitlement entitlement) {
        return entitlement.actor("", "", entitlement.account().language());
    }

    private static List<Role> with(List<Role> roles, Role changed) {
        Map<String, Role> byKey = new HashMap<>();
        roles.forEach(role -> byKey.put(role.key(), role));
        byKey.put(changed.key(), changed);
        return List.copyOf(byKey.values());
    }

    private static void requireFresh(Optional<Role> before, OptionalLong version) {
        boolean stale = version.isPresent()
                && before.filter(role -> role.version() == version.getAsLong()).isEmpty();
        if (stale) {
            throw new Refusal(CommonError.STALE_VERSION);
        }
    }

    private static void requireOnlyWordsChanged(Role before, Role after) {
        boolean same = before.reach() == after.reach()
                && before.fields().equals(after.fields())
                && after.functions().containsAll(before.functions())
                && after.functions().contains(Functions.ACCESS_MANAGE);
        if (!same) {
            throw new Refusal(AccessError.ROLE_PROTECTED);
        }
    }
}
