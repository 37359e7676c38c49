package io.clientela.customer;

import io.clientela.customer.spi.ChangePolicy;
import io.clientela.customer.spi.ChangePolicy.Decision;
import io.clientela.fields.FieldAccess;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import java.util.IdentityHashMap;
import java.util.Optional;

/** What one actor may write, for one batch: the same few fields are asked for in every row. */
final class Judge {

    private final Actor actor;
    private final Catalogue catalogue;
    private final FieldAccess access;
    private final ChangePolicy policy;
    /** A field is a record of many parts, so its own equality would cost more than the answer. */
    private final IdentityHashMap<Field, Boolean> writable = new IdentityHashMap<>();

    Judge(Actor actor, Catalogue catalogue, FieldAccess access, ChangePolicy policy) {
        this.actor = actor;
        this.catalogue = catalogue;
        this.access = access;
        this.policy = policy;
    }

    Field field(String record, String key) {
        return catalogue.field(record, key);
    }

    Optional<Field> find(String record, String key) {
        return catalogue.find(record, key);
    }

    boolean mayWrite(Field field) {
        return writable.computeIfAbsent(field, one -> access.mayWrite(actor, one));
    }

    /** Whether telling that a value is the same as the file's would tell the actor nothing new. */
    boolean readsClear(Field field) {
        return access.read(actor, field) == Visibility.CLEAR;
    }

    boolean isHidden(Field field) {
        return access.read(actor, field) == Visibility.HIDDEN;
    }

    boolean isHidden(String record, String key) {
        return catalogue.find(record, key).filter(this::isHidden).isPresent();
    }

    Decision change(Field field, String channel) {
        return policy.decide(field, channel, actor);
    }
}
