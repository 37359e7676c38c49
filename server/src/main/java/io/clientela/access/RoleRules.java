package io.clientela.access;

import io.clientela.access.spi.FieldSights;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kernel.Visibility;
import io.clientela.platform.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What a role must be, and how the trail tells of one. */
@Component
class RoleRules {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{1,39}");
    private static final int LONGEST_LABEL = 100;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final String ALL = "*";

    private final FieldSights sights;

    RoleRules(@Lazy FieldSights sights) {
        this.sights = sights;
    }

    /** The role with nothing contradictory in it; refuses with {@code invalid_values}. */
    Role require(Role role) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!KEY.matcher(role.key()).matches()) {
            problems.add(problem("key", "access_key"));
        }
        if (!Functions.ALL.containsAll(role.functions())) {
            problems.add(problem("functions", "access_unknown"));
        }
        if (!targets().containsAll(role.fields().keySet())) {
            problems.add(problem("fields", "access_unknown"));
        }
        boolean nameless = Messages.LANGUAGES.stream()
                .allMatch(language -> role.labels().getOrDefault(language, "").isBlank());
        for (String language : Messages.LANGUAGES) {
            if (nameless || role.labels().getOrDefault(language, "").length() > LONGEST_LABEL) {
                problems.add(new FieldProblem(
                        "labels." + language, "access_text", Map.of("most", String.valueOf(LONGEST_LABEL))));
            }
            if (role.descriptions().getOrDefault(language, "").length() > LONGEST_DESCRIPTION) {
                problems.add(new FieldProblem(
                        "descriptions." + language,
                        "access_text",
                        Map.of("most", String.valueOf(LONGEST_DESCRIPTION))));
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(CommonError.INVALID_VALUES, Map.of(), problems);
        }
        Map<String, FieldRight> fields = new TreeMap<>();
        role.fields().forEach((target, right) -> fields.put(target, consistent(right)));
        return new Role(
                role.key(),
                role.labels(),
                role.descriptions(),
                role.functions().stream().distinct().sorted().toList(),
                role.reach(),
                fields,
                role.version());
    }

    /** Every field, every record type as a whole, and everything. */
    private Set<String> targets() {
        Set<String> fields = sights.of(Actors.system()).keySet();
        Set<String> all = fields.stream()
                .map(field -> field.substring(0, field.indexOf('.')) + ".*")
                .collect(Collectors.toSet());
        all.addAll(fields);
        all.add(ALL);
        return all;
    }

    /** A hidden field is neither written nor exported, and none is exported clearer than it is read. */
    private static FieldRight consistent(FieldRight right) {
        Visibility export = right.export().compareTo(right.read()) > 0 ? right.read() : right.export();
        return new FieldRight(right.read(), right.write() && right.read() != Visibility.HIDDEN, export);
    }

    /** Somebody as well placed as the actor who bears nothing but this role. */
    static Account bearer(Role role, Actor actor) {
        return new Account(
                actor.userId(),
                "",
                "",
                false,
                false,
                actor.language(),
                actor.departmentId(),
                true,
                List.of(role.key()));
    }

    /** What differs between two states of a role, as details of the trail; a missing side is a role that isn't. */
    static Map<String, String> told(Optional<Role> before, Optional<Role> after) {
        Map<String, String> old = before.map(RoleRules::parts).orElse(Map.of());
        Map<String, String> now = after.map(RoleRules::parts).orElse(Map.of());
        Map<String, String> told = new TreeMap<>();
        for (String part : List.of("functions", "scope", "fields", "labels", "descriptions")) {
            String was = old.getOrDefault(part, "");
            String is = now.getOrDefault(part, "");
            if (!was.equals(is)) {
                told.put(part + "_before", was);
                told.put(part, is);
            }
        }
        return told;
    }

    private static Map<String, String> parts(Role role) {
        return Map.of(
                "functions", role.functions().stream().sorted().collect(Collectors.joining(",")),
                "scope", lower(role.reach()),
                "fields",
                        new TreeMap<>(role.fields())
                                .entrySet().stream()
                                        .map(entry -> entry.getKey() + "=" + word(entry.getValue()))
                                        .collect(Collectors.joining(",")),
                "labels", words(role.labels()),
                "descriptions", words(role.descriptions()));
    }

    /** One that lacks a language and one that says nothing in it are the same. */
    private static String words(Map<String, String> byLanguage) {
        return new TreeMap<>(byLanguage)
                .entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(","));
    }

    private static String word(FieldRight right) {
        return lower(right.read()) + "/" + (right.write() ? "write" : "-") + "/" + lower(right.export());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static FieldProblem problem(String field, String code) {
        return new FieldProblem(field, code, Map.of());
    }
}
