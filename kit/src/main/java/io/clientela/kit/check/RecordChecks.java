package io.clientela.kit.check;

import java.util.List;

/** The rules over several fields of one record. */
public final class RecordChecks {

    private RecordChecks() {}

    public static List<RecordCheck> all() {
        return List.of();
    }
}
