package io.clientela.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings that are changed together; a room that has some makes one a component. Its text is {@code setting.<key>}. */
public interface SettingGroup {

    String key();

    List<Governed> settings();

    /** What one must be allowed besides managing settings to change these; empty where nothing more. */
    default Optional<String> needs() {
        return Optional.empty();
    }

    /**
     * Refuses values that fit one by one and not together, or not beside what the group was or will be at other times; {@code states}
     * are all of these, whole, the wanted one among them.
     */
    default void check(Map<String, String> wanted, List<Map<String, String>> states) {}

    /** What one may choose from for a setting, where it depends on more than its declaration. */
    default List<String> offered(Governed setting) {
        return setting.choices();
    }

    /** How a value reads, where it isn't what it says. */
    default Optional<String> shown(Governed setting, String value, String language) {
        return Optional.empty();
    }

    /** What it would mean to hold {@code wanted} instead of {@code now}; both are whole. */
    default List<Effect> effects(Map<String, String> now, Map<String, String> wanted, String language) {
        return List.of();
    }

    /** One thing a change would mean: the text {@code setting.effect.<text>} with its arguments. */
    record Effect(String text, Map<String, String> arguments) {}

    /** Called in the transaction of a change, for what has to follow it; {@code atOnce} is false where the change lies ahead. */
    default void changed(Map<String, String> values, boolean atOnce) {}
}
