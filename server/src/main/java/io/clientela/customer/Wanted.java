package io.clientela.customer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One filter as it was asked for: {@code KEY} alone compares a value or a range, {@code KEY.not}, {@code KEY.any},
 * {@code KEY.starts}, {@code KEY.empty} and {@code KEY.filled} ask otherwise.
 */
record Wanted(String key, Operator operator, String value) {

    /** As many values as one list of choices has on a screen. */
    private static final int MOST = 50;

    enum Operator {
        IS,
        NOT,
        /** One of several, with commas between. */
        ANY,
        STARTS,
        EMPTY,
        FILLED
    }

    /** Empty where nobody knows the operator. */
    static Optional<Wanted> of(String asked, String value) {
        int dot = asked.indexOf('.');
        if (dot < 0) {
            return Optional.of(new Wanted(asked, Operator.IS, value));
        }
        String name = asked.substring(dot + 1).toUpperCase(Locale.ROOT);
        return Arrays.stream(Operator.values())
                .filter(operator -> operator != Operator.IS && operator.name().equals(name))
                .findFirst()
                .map(operator -> new Wanted(asked.substring(0, dot), operator, value));
    }

    List<String> values() {
        return Arrays.stream(value.split(",", MOST + 1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .limit(MOST)
                .toList();
    }
}
