package io.clientela.kit.check;

import java.util.LinkedHashMap;
import java.util.Map;

/** A fault with what its message needs: {@code details} are named arguments, never the whole personal value. */
public record Problem(Fault fault, Map<String, String> details) {

    public Problem {
        details = Map.copyOf(details);
    }

    /** Details are given as name, value, name, value. */
    public static Problem of(Fault fault, String... details) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < details.length; i += 2) {
            named.put(details[i], details[i + 1]);
        }
        return new Problem(fault, named);
    }
}
