package io.clientela.access.spi;

import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights.FieldRight;
import java.util.Map;

/** What somebody may do with each field there is, answered by the one place that decides it. */
public interface FieldSights {

    /** Rights by {@code record.field}, every field in force, in the catalogue's order. */
    Map<String, FieldRight> of(Actor actor);
}
