package io.clientela.fields.spi;

import io.clientela.kernel.Actor;
import io.clientela.kit.fields.Field;
import java.util.Optional;

/** Told of every field that was added or changed, in the transaction of the change. */
public interface FieldFollower {

    /** {@code before} is empty for a new field. */
    void saved(Optional<Field> before, Field after, Actor actor);
}
