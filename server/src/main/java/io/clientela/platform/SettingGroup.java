package io.clientela.platform;

import java.util.List;
import java.util.Map;

/** Settings that are changed together; a room that has some makes one a component. Its text is {@code setting.<key>}. */
public interface SettingGroup {

    String key();

    List<Governed> settings();

    /**
     * Refuses values that fit one by one and not together, or not beside what the group was or will be at other times; {@code states}
     * are all of these, whole, the wanted one among them.
     */
    default void check(Map<String, String> wanted, List<Map<String, String>> states) {}

    /** Called in the transaction of a change, for what has to follow it; {@code atOnce} is false where the change lies ahead. */
    default void changed(Map<String, String> values, boolean atOnce) {}
}
