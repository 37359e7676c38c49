package io.clientela.access;

import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What a change of rights does to some people.
 *
 * @param kind {@code function}, {@code reach}, {@code read}, {@code write} or {@code export}
 * @param subject name of the function, {@code record.field}, or empty for the reach
 * @param from what they have: {@code yes}, {@code no}, a visibility or a scope in lower case
 * @param to what they will have
 * @param people their shown names, in order
 */
public record Consequence(String kind, String subject, String from, String to, List<String> people) {

    public Consequence {
        people = List.copyOf(people);
    }

    /** Everything that differs for one person. */
    static List<Difference> between(
            Actor before, Actor after, Map<String, FieldRight> old, Map<String, FieldRight> now) {
        List<Difference> all = new ArrayList<>();
        TreeSet<String> functions = new TreeSet<>(before.functions());
        functions.addAll(after.functions());
        for (String function : functions) {
            add(all, "function", function, word(before.may(function)), word(after.may(function)));
        }
        if (!before.scope().equals(after.scope())) {
            all.add(new Difference("reach", "", word(before.scope()), word(after.scope())));
        }
        now.forEach((field, right) -> {
            FieldRight had = Objects.requireNonNullElse(old.get(field), right);
            add(all, "read", field, word(had.read()), word(right.read()));
            add(all, "write", field, word(had.write()), word(right.write()));
            add(all, "export", field, word(had.export()), word(right.export()));
        });
        return all;
    }

    private static void add(List<Difference> all, String kind, String subject, String from, String to) {
        if (!from.equals(to)) {
            all.add(new Difference(kind, subject, from, to));
        }
    }

    private static String word(boolean may) {
        return may ? "yes" : "no";
    }

    private static String word(Visibility visibility) {
        return visibility.name().toLowerCase(Locale.ROOT);
    }

    private static String word(Scope scope) {
        return switch (scope) {
            case Scope.None none -> "none";
            case Scope.Own own -> "own";
            case Scope.Departments some -> some.departmentIds().size() == 1 ? "department" : "subtree";
            case Scope.All all -> "all";
        };
    }

    /** One difference, whoever it concerns. */
    record Difference(String kind, String subject, String from, String to) {}
}
