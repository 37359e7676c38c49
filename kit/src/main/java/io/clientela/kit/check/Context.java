package io.clientela.kit.check;

import java.util.Collections;
import java.util.Map;

/**
 * What a rule may know besides the value: {@code country} is the ISO 3166 alpha-2 code assumed where the value names none
 * (empty when unknown), {@code dateOrder} one of {@code ymd dmy mdy} or empty when not decided, {@code siblings} the other
 * values of the record by catalogue key, as they are when they are asked for: whoever reads a record value by value goes on
 * filling them in.
 */
public record Context(String country, String dateOrder, Map<String, String> siblings) {

    public static final Context NONE = new Context("", "", Map.of());

    public Context {
        siblings = Collections.unmodifiableMap(siblings);
    }

    public static Context of(String country) {
        return new Context(country, "", Map.of());
    }

    public String sibling(String key) {
        return siblings.getOrDefault(key, "");
    }
}
