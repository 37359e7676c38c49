package io.clientela.customer;

import io.clientela.kernel.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One condition as it was asked for. Among the parameters of a list {@code KEY} alone compares a value or a range, and
 * {@code KEY.not}, {@code KEY.any}, {@code KEY.starts} and so on ask otherwise.
 */
record Wanted(String key, Operator operator, List<String> values) {

    /** As many values as one list of choices has on a screen. */
    private static final int MOST = 50;

    private static final Set<Operator> BARE = EnumSet.of(Operator.EMPTY, Operator.FILLED);

    enum Operator {
        /** A value, or a range {@code from..to}. */
        IS,
        NOT,
        /** One of several; as a parameter with commas between, a comma within a value written {@code \,} and a backslash {@code \\}. */
        ANY,
        STARTS,
        CONTAINS,
        /** Of days and numbers, without the one named. */
        BEFORE,
        AFTER,
        /** Within so many days until today. */
        LAST,
        EMPTY,
        FILLED,
        /** Of an owner: what was written where nobody was known by it, such as in a list that was imported. */
        WRITTEN,
        /** Had the value, or one of several, at a day or between two: {@code at_risk@2026-07-01..2026-09-30}. */
        WAS
    }

    Wanted {
        values = List.copyOf(values);
    }

    /** Empty where nobody knows the operator. */
    static Optional<Wanted> of(String asked, String value) {
        int dot = asked.indexOf('.');
        if (dot < 0) {
            return Optional.of(new Wanted(asked, Operator.IS, List.of(value)));
        }
        String key = asked.substring(0, dot);
        return operator(asked.substring(dot + 1))
                .filter(operator -> operator != Operator.IS)
                .map(operator -> new Wanted(
                        key, operator, operator == Operator.ANY ? several(key, parts(value)) : List.of(value)));
    }

    /** The same of a tree, where two values make a range; empty where nobody knows the operator or the values don't fit it. */
    static Optional<Wanted> of(String key, String operator, List<String> values) {
        if ("between".equals(operator)) {
            return values.size() == 2
                    ? Optional.of(new Wanted(key, Operator.IS, List.of(values.getFirst() + ".." + values.getLast())))
                    : Optional.empty();
        }
        return operator(operator)
                .filter(found -> found == Operator.ANY
                        ? !values.isEmpty()
                        : BARE.contains(found) ? values.size() <= 1 : values.size() == 1)
                .map(found -> new Wanted(key, found, found == Operator.ANY ? several(key, values) : values));
    }

    private static Optional<Operator> operator(String name) {
        return Arrays.stream(Operator.values())
                .filter(operator -> operator.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** Several values with commas between; refuses with {@code filter_too_many} more than are compared. */
    static List<String> several(String key, String text) {
        return several(key, parts(text));
    }

    /** Refuses with {@code filter_too_many} more than are compared. */
    private static List<String> several(String key, List<String> given) {
        List<String> all =
                given.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
        if (all.size() > MOST) {
            throw new Refusal(
                    CustomerError.FILTER_TOO_MANY,
                    Map.of("field", key, "most", Integer.toString(MOST), "given", Integer.toString(all.size())));
        }
        return all;
    }

    /** A backslash counts for itself unless it stands before a comma or another one. */
    private static List<String> parts(String value) {
        List<String> all = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char at = value.charAt(i);
            boolean escapes = at == '\\' && i + 1 < value.length() && ",\\".indexOf(value.charAt(i + 1)) >= 0;
            if (escapes) {
                i++;
                part.append(value.charAt(i));
            } else if (at == ',') {
                all.add(part.toString());
                part.setLength(0);
            } else {
                part.append(at);
            }
        }
        all.add(part.toString());
        return all;
    }
}
