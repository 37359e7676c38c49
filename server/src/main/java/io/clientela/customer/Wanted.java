package io.clientela.customer;

import io.clientela.kernel.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        /** One of several, with commas between; a comma within a value is written {@code \,} and a backslash {@code \\}. */
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

    /** The several values; refuses with {@code filter_too_many} more than are compared. */
    List<String> values() {
        List<String> all = parts().stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
        if (all.size() > MOST) {
            throw new Refusal(
                    CustomerError.FILTER_TOO_MANY,
                    Map.of("field", key, "most", Integer.toString(MOST), "given", Integer.toString(all.size())));
        }
        return all;
    }

    /** A backslash counts for itself unless it stands before a comma or another one. */
    private List<String> parts() {
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
