package io.clientela.customer;

import io.clientela.kit.text.Scripts;
import java.util.Map;

/** Puts a whole name together from its parts: family name first in Chinese, given name first elsewhere. */
final class NameParts {

    private NameParts() {}

    static void derive(Map<String, Value> values, Map<String, String> known) {
        boolean submitted = values.containsKey("given_name") || values.containsKey("family_name");
        boolean named = values.containsKey("name")
                && !values.getOrDefault("name", Value.NONE).isEmpty();
        if (!submitted || named) {
            return;
        }
        String before = whole(known.getOrDefault("given_name", ""), known.getOrDefault("family_name", ""));
        if (!before.equals(known.getOrDefault("name", ""))) {
            // The name was given otherwise than by its parts and stays.
            return;
        }
        String now = whole(part("given_name", values, known), part("family_name", values, known));
        if (!now.isEmpty()) {
            values.put("name", Value.of(now));
        }
    }

    private static String part(String key, Map<String, Value> values, Map<String, String> known) {
        return values.containsKey(key) ? values.getOrDefault(key, Value.NONE).text() : known.getOrDefault(key, "");
    }

    private static String whole(String given, String family) {
        if (given.isEmpty() || family.isEmpty()) {
            return given + family;
        }
        return Scripts.hasHan(family) && Scripts.hasHan(given) ? family + given : given + " " + family;
    }
}
