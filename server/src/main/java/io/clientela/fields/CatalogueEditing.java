package io.clientela.fields;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.fields.spi.FieldFollower;
import io.clientela.fields.spi.FieldUse;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Adds fields to the catalogue and changes those there are. Each change is checked, told to the audit trail and in force on every
 * node within two seconds; nothing ever takes a field away, since old values and the journal speak of it.
 */
@Component
public class CatalogueEditing {

    private static final Set<String> KIND = Set.of("type", "rule");

    private final FieldCatalogue fields;
    private final EditingStore store;
    private final FieldAccess access;
    private final RoleSights roles;
    private final ObjectProvider<FieldUse> uses;
    private final ObjectProvider<FieldFollower> followers;
    private final AuditTrail audit;
    private final Changing changing;
    private final Clock clock;

    CatalogueEditing(
            FieldCatalogue fields,
            EditingStore store,
            FieldAccess access,
            RoleSights roles,
            ObjectProvider<FieldUse> uses,
            ObjectProvider<FieldFollower> followers,
            AuditTrail audit,
            Changing changing,
            Clock clock) {
        this.fields = fields;
        this.store = store;
        this.access = access;
        this.roles = roles;
        this.uses = uses;
        this.followers = followers;
        this.audit = audit;
        this.changing = changing;
        this.clock = clock;
    }

    /**
     * Adds a field, and in the same step what roles say of it, by key of the role. Refuses with {@code invalid_values}, and where
     * rights are given as {@link RoleSights} does.
     */
    public Field add(Field wanted, Map<String, Optional<FieldRight>> rights, Actor actor) {
        requireEditable(wanted.record());
        if (!rights.isEmpty() && !actor.may(Functions.ACCESS_MANAGE)) {
            throw new Refusal(CommonError.NO_RIGHT);
        }
        return changing.change(edition -> {
            refuse(FieldRules.ofNew(wanted, edition));
            store.insert(wanted, actor.userId(), clock.instant());
            return changing.after(now -> {
                Field added = now.catalogue().field(wanted.record(), wanted.key());
                roles.put(added, rights, actor);
                follow(Optional.empty(), added, actor);
                told("field_added", added, actor, List.of(wanted.type().name()));
                return added;
            });
        });
    }

    /**
     * Changes a field, held against the version the caller looked at. Refuses with {@code invalid_values}, {@code not_found},
     * {@code stale_version}, and {@code more_than_own} where it would be shown more clearly than the caller sees it.
     */
    public Field change(Field wanted, long version, Actor actor) {
        // Going through all customers for a value may take a while, and whoever changes the catalogue holds up all
        // others.
        Edition now = fields.read();
        Field known = require(now, wanted.record(), wanted.key(), version);
        refuse(problems(known, wanted.lasting(known), now));
        return changing.change(edition -> {
            Field before = require(edition, wanted.record(), wanted.key(), version);
            Field after = wanted.lasting(before);
            refuse(problems(before, after, edition));
            roles.requireNoWider(before, after, access.rights(actor, before), actor);
            return kept(before, after, "field_changed", actor);
        });
    }

    /** Takes a field out of use: it is asked for no more, its values stay. Refuses one the product itself needs. */
    public Field retire(String record, String key, long version, Actor actor) {
        return changing.change(edition -> {
            Field before = require(edition, record, key, version);
            NeededFields.reason(before).ifPresent(reason -> {
                throw new Refusal(FieldsError.FIELD_NEEDED, Map.of("reason", reason));
            });
            return before.retired() ? before : kept(before, before.retired(true), "field_retired", actor);
        });
    }

    /** Takes a retired field into use again. */
    public Field reinstate(String record, String key, long version, Actor actor) {
        return changing.change(edition -> {
            Field before = require(edition, record, key, version);
            Field after = before.retired(false);
            refuse(FieldRules.ofChange(before, after, true, edition));
            return before.retired() ? kept(before, after, "field_reinstated", actor) : before;
        });
    }

    /** Says for one field what roles let see of it, by key of the role; empty lets the catalogue decide. */
    public void show(String record, String key, Map<String, Optional<FieldRight>> rights, Actor actor) {
        changing.change(edition -> {
            Field field = edition.catalogue().find(record, key).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
            roles.put(field, rights, actor);
            return field;
        });
    }

    /** What a change would touch, were these rights given with it; changes nothing. */
    public Effects effects(Field wanted, Map<String, Optional<FieldRight>> rights) {
        requireEditable(wanted.record());
        Edition edition = fields.current();
        Optional<Field> before = edition.catalogue().find(wanted.record(), wanted.key());
        Field after = before.map(wanted::lasting).orElse(wanted);
        List<FieldProblem> problems =
                before.map(now -> problems(now, after, edition)).orElseGet(() -> FieldRules.ofNew(after, edition));
        // What is no declaration at all can't be held against the values there are.
        boolean declared = problems.stream().noneMatch(problem -> KIND.contains(problem.field()));
        List<FieldUse.Effect> touched = declared
                ? uses.orderedStream()
                        .flatMap(use -> use.effects(before, after).stream())
                        .filter(effect -> effect.count() > 0)
                        .toList()
                : List.of();
        return new Effects(touched, roles.hiddenFor(after, rights), problems);
    }

    /**
     * What a change would touch.
     *
     * @param hiddenFor how many roles wouldn't see the field
     * @param problems why it would be refused
     */
    public record Effects(List<FieldUse.Effect> touched, int hiddenFor, List<FieldProblem> problems) {}

    /** Versions of fields by {@code record.key}; one that is as it came with the product has none. */
    public Map<String, Long> versions() {
        return store.versions();
    }

    /** Why a field can't be taken out of use, as the end of a text key; empty where it can. */
    public Optional<String> needed(Field field) {
        return NeededFields.reason(field);
    }

    private Field kept(Field before, Field after, String what, Actor actor) {
        if (after.isOwn()) {
            store.update(after, actor.userId(), clock.instant());
        } else {
            store.adjust(after, actor.userId(), clock.instant());
        }
        return changing.after(now -> {
            Field kept = now.catalogue().field(after.record(), after.key());
            follow(Optional.of(before), kept, actor);
            told(what, kept, actor, FieldParts.differing(before, after));
            return kept;
        });
    }

    private void follow(Optional<Field> before, Field after, Actor actor) {
        followers.orderedStream().forEach(follower -> follower.saved(before, after, actor));
    }

    private void told(String what, Field field, Actor actor, List<String> parts) {
        audit.record(AuditEvent.by(actor, "catalogue.changed")
                .subject("field:" + field.record() + "." + field.key())
                .with("what", what)
                .with("parts", String.join(",", parts))
                .with("id", field.id()));
    }

    private Field require(Edition edition, String record, String key, long version) {
        requireEditable(record);
        Field field = edition.catalogue().find(record, key).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
        if (store.versions().getOrDefault(record + "." + key, 0L) != version) {
            throw new Refusal(CommonError.STALE_VERSION);
        }
        return field;
    }

    /** Asks whether there are values only where that matters. */
    private List<FieldProblem> problems(Field before, Field after, Edition edition) {
        List<FieldProblem> without = FieldRules.ofChange(before, after, false, edition);
        List<FieldProblem> with = FieldRules.ofChange(before, after, true, edition);
        return with.equals(without) || !hasValues(before) ? without : with;
    }

    private boolean hasValues(Field field) {
        return uses.orderedStream().anyMatch(use -> use.hasValues(field));
    }

    /** The provenance is said of entries by whoever enters them, so there is no form of it to edit. */
    static void requireEditable(String record) {
        boolean known = Catalogue.shipped().type(record).isPresent();
        if (!known || record.equals(Catalogue.PROVENANCE)) {
            throw new Refusal(CommonError.NOT_FOUND);
        }
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new Refusal(CommonError.INVALID_VALUES, Map.of(), problems);
        }
    }
}
