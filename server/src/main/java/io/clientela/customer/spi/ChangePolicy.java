package io.clientela.customer.spi;

import io.clientela.kernel.Actor;
import io.clientela.kit.fields.Field;

/** Decides what a change of a value already there needs; the approvals room plugs in here. */
public interface ChangePolicy {

    Decision decide(Field field, String channel, Actor actor);

    /** What happens to the change. */
    enum Decision {
        AT_ONCE,
        NEEDS_APPROVAL,
        NEVER
    }
}
