package io.clientela.customer;

import io.clientela.customer.spi.ChangePolicy;
import io.clientela.kernel.Actor;
import io.clientela.kit.fields.Field;

/** The catalogue's rule as long as no approvals are installed: what would need one is changed at once. */
final class CatalogueChangePolicy implements ChangePolicy {

    @Override
    public Decision decide(Field field, String channel, Actor actor) {
        return field.change() == Field.ChangeRule.NEVER ? Decision.NEVER : Decision.AT_ONCE;
    }
}
