package io.clientela.platform;

import java.util.List;
import java.util.Map;

/** Settings that are changed together; a room that has some makes one a component. Its text is {@code setting.<key>}. */
public interface SettingGroup {

    String key();

    List<Governed> settings();

    /**
     * Refuses values that fit one by one and not together, or not after what held before; {@code earlier} are the
     * values of all changes so far.
     */
    default void check(Map<String, String> wanted, List<Map<String, String>> earlier) {}

    /** Called in the transaction of a change, for what has to follow it; {@code atOnce} is false where the change lies ahead. */
    default void changed(Map<String, String> values, boolean atOnce) {}
}
