package io.clientela.administration;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.platform.Governed;
import io.clientela.platform.Json;
import io.clientela.platform.SettingGroup;
import io.clientela.platform.SettingGroup.Effect;
import io.clientela.platform.SettingValues;
import io.clientela.platform.Settings;
import io.clientela.platform.Settings.Change;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where governed settings are changed: a group at a time, from a moment on, with a reason; what held before stays readable. */
@Component
public class SettingsDesk {

    private static final int LONGEST_REASON = 500;
    private static final int REMEMBERED = 2_000;

    private final ObjectProvider<SettingGroup> groups;
    private final Settings settings;
    private final SettingValues values;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SettingsDesk(
            ObjectProvider<SettingGroup> groups,
            Settings settings,
            SettingValues values,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.groups = groups;
        this.settings = settings;
        this.values = values;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Every group in the order of their keys. */
    public List<State> all() {
        return groups.stream()
                .sorted(Comparator.comparing(SettingGroup::key))
                .map(this::state)
                .toList();
    }

    /** Refuses with {@code not_found} a group that isn't. */
    public State require(String key) {
        return state(group(key));
    }

    /** Whether the actor, who manages settings, may change those of this group. */
    public boolean mayChange(Actor actor, SettingGroup group) {
        return group.needs().map(actor::may).orElse(true);
    }

    /** All changes of a group, the newest first. */
    public List<Met> history(String key) {
        SettingGroup group = group(key);
        List<Save> saves = saves(group);
        return saves.stream().map(save -> met(group, saves, save)).toList();
    }

    /**
     * Says what a group is to be from a moment on; settings that are left out stay as they are, also where they change later. Refuses
     * with {@code invalid_values} what doesn't fit, then or with a change that lies ahead, a missing reason and a moment gone by, with
     * {@code stale_version} where somebody was quicker, with {@code no_right} a group that needs more than the actor has.
     */
    public State put(Actor actor, String key, Wish wish, OptionalLong version) {
        SettingGroup group = group(key);
        if (!mayChange(actor, group)) {
            throw new Refusal(CommonError.NO_RIGHT);
        }
        transaction.executeWithoutResult(status -> {
            settings.begin();
            List<Save> earlier = saves(group);
            if (version.isPresent() && version.getAsLong() != version(earlier)) {
                throw new Refusal(CommonError.STALE_VERSION);
            }
            Instant now = clock.instant();
            Instant from = wish.from().orElse(now);
            Map<String, String> before = holding(group, earlier, from);
            Map<String, String> after = new LinkedHashMap<>(before);
            after.putAll(wish.values());
            require(group, wish, after, from, now);
            checkFrom(from, group, earlier, new Save(Long.MAX_VALUE, wish.values(), from, actor.userId(), now, ""));
            // Only what was said: the others may have been told a day of their own.
            wish.values()
                    .forEach((name, value) ->
                            settings.set(name, Json.write(value), from, actor.userId(), now, wish.reason()));
            group.changed(after, !from.isAfter(now));
            trail.record(told(actor, group, before, after, from));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    values.forget();
                }
            });
        });
        return state(group);
    }

    /** What a change of a group would mean, held against what holds now; refuses with {@code invalid_values} what doesn't fit. */
    public List<Effect> effects(Actor actor, String key, Map<String, String> wanted) {
        SettingGroup group = group(key);
        Map<String, String> now = holding(group, saves(group), clock.instant());
        Map<String, String> after = new LinkedHashMap<>(now);
        after.putAll(wanted);
        List<FieldProblem> problems = misfits(group, wanted, after);
        if (!problems.isEmpty()) {
            throw new Refusal(CommonError.INVALID_VALUES, Map.of(), problems);
        }
        return group.effects(now, after, actor.language());
    }

    /** A change stands with those that lie ahead as well, so each state from its moment on is looked at whole. */
    private static void checkFrom(Instant from, SettingGroup group, List<Save> earlier, Save wanted) {
        List<Save> saves = new ArrayList<>(earlier);
        saves.add(wanted);
        List<Instant> moments =
                saves.stream().map(Save::from).distinct().sorted().toList();
        List<Map<String, String>> states =
                moments.stream().map(moment -> holding(group, saves, moment)).toList();
        for (int i = 0; i < moments.size(); i++) {
            if (!moments.get(i).isBefore(from)) {
                group.check(states.get(i), states);
            }
        }
    }

    private static void require(SettingGroup group, Wish wish, Map<String, String> after, Instant from, Instant now) {
        List<FieldProblem> problems = misfits(group, wish.values(), after);
        if (wish.reason().isBlank() || wish.reason().length() > LONGEST_REASON) {
            problems.add(new FieldProblem("reason", "setting_reason", Map.of("most", String.valueOf(LONGEST_REASON))));
        }
        if (from.isBefore(now)) {
            problems.add(new FieldProblem("from", "setting_past", Map.of()));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(CommonError.INVALID_VALUES, Map.of(), problems);
        }
    }

    /** What doesn't fit by itself. */
    private static List<FieldProblem> misfits(
            SettingGroup group, Map<String, String> wanted, Map<String, String> after) {
        List<FieldProblem> problems = new ArrayList<>();
        for (Governed setting : group.settings()) {
            String value = after.getOrDefault(setting.key(), "");
            if (!setting.fits(value)) {
                problems.add(new FieldProblem(
                        setting.key(),
                        "setting_" + setting.form().name().toLowerCase(java.util.Locale.ROOT),
                        Map.of("least", String.valueOf(setting.least()), "most", String.valueOf(setting.most()))));
            }
        }
        wanted.keySet().stream()
                .filter(name -> group.settings().stream()
                        .noneMatch(setting -> setting.key().equals(name)))
                .forEach(name -> problems.add(new FieldProblem("values", "setting_choice", Map.of())));
        return problems;
    }

    /** Settings hold nothing of customers, so the trail names what they were; a reason is somebody's own words and stays here. */
    private static AuditEvent told(
            Actor actor, SettingGroup group, Map<String, String> before, Map<String, String> after, Instant from) {
        AuditEvent event = AuditEvent.by(actor, "settings.changed")
                .subject("settings:" + group.key())
                .with("from", from);
        for (Map.Entry<String, String> entry : after.entrySet()) {
            String was = before.getOrDefault(entry.getKey(), "");
            if (!was.equals(entry.getValue())) {
                event = event.with(entry.getKey() + "_before", was).with(entry.getKey(), entry.getValue());
            }
        }
        return event;
    }

    private SettingGroup group(String key) {
        return groups.stream()
                .filter(group -> group.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
    }

    private State state(SettingGroup group) {
        List<Save> saves = saves(group);
        Instant now = clock.instant();
        return new State(
                group,
                version(saves),
                holding(group, saves, now),
                saves.stream().filter(save -> !save.from().isAfter(now)).max(Save.IN_FORCE),
                saves.stream()
                        .filter(save -> save.from().isAfter(now))
                        .map(save -> met(group, saves, save))
                        .toList());
    }

    /** What holds at a moment, each setting as it was said last, with what nobody has said as it usually is. */
    private static Map<String, String> holding(SettingGroup group, List<Save> saves, Instant moment) {
        Map<String, String> said = new HashMap<>();
        saves.stream()
                .filter(save -> !save.from().isAfter(moment))
                .sorted(Save.IN_FORCE)
                .forEach(save -> said.putAll(save.values()));
        Map<String, String> holding = new LinkedHashMap<>();
        group.settings()
                .forEach(setting -> holding.put(
                        setting.key(),
                        Optional.ofNullable(said.get(setting.key()))
                                .filter(setting::fits)
                                .orElse(setting.usual())));
        return holding;
    }

    private static Met met(SettingGroup group, List<Save> saves, Save save) {
        List<Save> earlier = saves.stream().filter(one -> one.id() < save.id()).toList();
        return new Met(save, holding(group, earlier, save.from()));
    }

    private static long version(List<Save> saves) {
        return saves.stream().mapToLong(Save::id).max().orElse(0);
    }

    /** Rows that were written together are one save. */
    private List<Save> saves(SettingGroup group) {
        List<String> keys = group.settings().stream().map(Governed::key).toList();
        Map<String, List<Change>> together = new LinkedHashMap<>();
        for (Change change : settings.changes(keys, REMEMBERED)) {
            together.computeIfAbsent(change.at() + " " + change.by() + " " + change.from(), key -> new ArrayList<>())
                    .add(change);
        }
        return together.values().stream().map(SettingsDesk::save).toList();
    }

    private static Save save(List<Change> changes) {
        Map<String, String> values = new LinkedHashMap<>();
        changes.forEach(change -> values.put(change.key(), change.value()));
        Change newest = changes.getFirst();
        return new Save(newest.id(), values, newest.from(), newest.by(), newest.at(), newest.reason());
    }

    /** What somebody wants a group to be; {@code from} empty is at once. */
    public record Wish(Map<String, String> values, Optional<Instant> from, String reason) {
        public Wish {
            values = Map.copyOf(values);
        }
    }

    /** One change: the settings it spoke of; its id is the greatest of its rows. */
    public record Save(long id, Map<String, String> values, Instant from, long by, Instant at, String reason) {
        static final Comparator<Save> IN_FORCE =
                Comparator.comparing(Save::from).thenComparingLong(Save::id);
    }

    /** A change and what it met: the group as it was, or was to be, at its moment when somebody made it. */
    public record Met(Save save, Map<String, String> before) {}

    /**
     * A group as it stands.
     *
     * @param last the change that is in force; empty while nobody has said anything
     * @param ahead changes that come into force later
     */
    public record State(
            SettingGroup group, long version, Map<String, String> values, Optional<Save> last, List<Met> ahead) {}
}
