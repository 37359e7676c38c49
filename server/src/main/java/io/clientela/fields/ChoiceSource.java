package io.clientela.fields;

import io.clientela.kernel.Actor;
import io.clientela.kit.fields.CodeItem;
import java.util.List;

/** A list of choices that a room keeps itself, such as its users; the page reads it like any code list. */
public interface ChoiceSource {

    /** Key under which the list is asked for; not one of a shipped list. */
    String key();

    /** At most {@code limit} choices that have {@code words} in their name, or this very code; all when blank. */
    List<CodeItem> find(Actor actor, String words, int limit);
}
