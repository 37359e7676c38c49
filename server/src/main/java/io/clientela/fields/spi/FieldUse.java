package io.clientela.fields.spi;

import io.clientela.kit.fields.Field;
import java.util.List;
import java.util.Optional;

/** What a room keeps of fields and of the items of code lists, so that whoever changes one is told first what that touches. */
public interface FieldUse {

    /** What of this room a change would touch; {@code now} is empty for a field that isn't there yet. */
    List<Effect> effects(Optional<Field> now, Field then);

    /** Whether anything has a value of this field, now or in the past. */
    boolean hasValues(Field field);

    /** How many things say this item of a code list; of very many it is enough to say so many. */
    long holders(String list, String code);

    /**
     * One thing a change touches.
     *
     * @param code its text is {@code effect.<code>}
     * @param more whether there are more than were counted
     */
    record Effect(String code, long count, boolean more) {}
}
