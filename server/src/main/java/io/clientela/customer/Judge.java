package io.clientela.customer;

import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.spi.ChangePolicy;
import io.clientela.customer.spi.ChangePolicy.Decision;
import io.clientela.fields.Edition;
import io.clientela.fields.FieldAccess;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.CodeItem;
import io.clientela.kit.fields.CodeLists;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** What one actor may write, for one batch: the same few fields are asked for in every row. */
final class Judge {

    private final Actor actor;
    private final Catalogue catalogue;
    private final CodeLists lists;
    private final FieldAccess access;
    private final ChangePolicy policy;
    private final References references;
    private final Attaching attaching;
    private final Owners owners;
    private final Map<String, Boolean> reached = new HashMap<>();
    /** A field is a record of many parts, so its own equality would cost more than the answer. */
    private final IdentityHashMap<Field, Boolean> writable = new IdentityHashMap<>();

    Judge(
            Actor actor,
            Edition edition,
            FieldAccess access,
            ChangePolicy policy,
            References references,
            Attaching attaching,
            Owners owners) {
        this.actor = actor;
        this.catalogue = edition.catalogue();
        this.lists = edition.codeLists();
        this.references = references;
        this.attaching = attaching;
        this.owners = owners;
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

    /** Whether this may be said here: what is derived by rules is said by rules and by nobody else. */
    boolean maySay(Submission submission, Field field) {
        return field.derived() ? isRule(submission) : mayWrite(field);
    }

    boolean isRule(Submission submission) {
        return actor.userId() == 0 && Circumstances.RULE.equals(submission.how().channel());
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

    /** Why a field can't be given this value, which it hasn't got yet; empty when it can. */
    Optional<String> unfit(Field field, Value old, Value value) {
        if (field.retired()) {
            return Optional.of("field_retired");
        }
        if (isLost(field, value)) {
            return Optional.of(Attaching.UNKNOWN);
        }
        return switch (field.type()) {
            case CHOICE, CHOICES ->
                value.parts().stream().anyMatch(code -> !old.parts().contains(code) && isRetired(field, code))
                        ? Optional.of("choice_retired")
                        : Optional.empty();
            // Whether there is no such customer or only none in reach is the same answer.
            case CUSTOMER ->
                reached.computeIfAbsent(value.text(), number -> references.reaches(number, actor))
                        ? Optional.empty()
                        : Optional.of("unknown_customer");
            default -> Optional.empty();
        };
    }

    /** What a value means for this file: of a stored file, named by its id, all that is known of it; of a name whose it is. */
    Value meant(long fileId, Field field, FileState state, Value said, boolean back) {
        return field.type() == FieldType.USER && !back
                ? owners.meant(state, said)
                : attaching.meant(fileId, field, state.value(field.key()), said, back, actor);
    }

    /** Whether a value names a stored file that isn't there for it. */
    boolean isLost(Field field, Value value) {
        return field.type() == FieldType.FILE
                && !value.isEmpty()
                && Attached.of(value).isEmpty();
    }

    private boolean isRetired(Field field, String code) {
        return lists.find(field.codeList())
                .flatMap(list -> list.item(code))
                .filter(CodeItem::retired)
                .isPresent();
    }

    Decision change(Field field, String channel) {
        return policy.decide(field, channel, actor);
    }
}
