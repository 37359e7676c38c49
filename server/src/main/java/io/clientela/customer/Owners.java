package io.clientela.customer;

import io.clientela.access.People;
import io.clientela.customer.EntryBody.Holder;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Refusal.FieldProblem;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** To whom a file goes: the person named, else who brings it in, with their department. */
@Component
class Owners {

    /** The owner of files that belong to nobody; no user has this id. */
    static final long NOBODY = 0;

    private final People people;
    private final PoolSettings pool;

    Owners(People people, PoolSettings pool) {
        this.people = people;
        this.pool = pool;
    }

    /** To whom a new file goes; of an imported one whose owner isn't known a setting decides. */
    Owner ofNew(Submission submission, String text, Actor actor) {
        Owner owner = named(text, actor);
        boolean unknown = text.isEmpty() || !owner.known();
        boolean pooled = unknown
                && "import".equals(submission.how().channel())
                && pool.now().unknownGoToPool();
        return pooled ? new Owner(NOBODY, owner.departmentId(), owner.known()) : owner;
    }

    /** Belonging to nobody any more, in the department where it is. */
    static Owner nobody(FileRow row) {
        return new Owner(NOBODY, row.departmentId(), true);
    }

    /** The owner named by this text; {@code known} is false where nobody of that name is known. */
    Owner named(String text, Actor actor) {
        long own = actor.departmentId().orElse(People.ROOT_DEPARTMENT);
        if (text.isEmpty()) {
            return new Owner(actor.userId(), own, true);
        }
        return (isId(text) ? people.byId(Long.parseLong(text)) : people.byName(text))
                .map(person -> new Owner(person.id(), person.departmentId().orElse(own), true))
                .orElse(new Owner(actor.userId(), own, false));
    }

    /** Whose a file is now. */
    static Owner of(FileRow row) {
        return new Owner(row.ownerId(), row.departmentId(), true);
    }

    /** An owner as the field's value; none for nobody. */
    static Value value(long owner) {
        return owner == NOBODY ? Value.NONE : Value.of(Long.toString(owner));
    }

    /**
     * What a text says of the owner of a file that says this: the person where the text is one's name, and nothing new where that
     * is whose the file is already.
     */
    Value meant(FileState state, Value said) {
        Value person = isId(said.text())
                ? said
                : people.byName(said.text())
                        .map(one -> Value.of(Long.toString(one.id())))
                        .orElse(said);
        Value kept = state.value(Claiming.OWNER);
        boolean has = state.holder()
                .map(holder -> value(holder.userId()))
                .filter(holder -> !holder.isEmpty() && holder.equals(person))
                .isPresent();
        return has ? kept : person;
    }

    /**
     * What was written of the owner where nobody was known by it, as of an imported row; empty where it names whose the file is by
     * now.
     */
    Optional<String> written(long owner, FileState state) {
        String text = state.value(Claiming.OWNER).text();
        boolean tells = !text.isEmpty()
                && !isId(text)
                && people.byName(text).filter(person -> person.id() == owner).isEmpty();
        return tells ? Optional.of(text) : Optional.empty();
    }

    /** Whose a file is again that says what it said before; where that wasn't written down, the one who brought it in. */
    Holder again(FileState state, FileRow row) {
        return state.holder()
                .orElseGet(() -> new Holder(
                        row.createdBy(),
                        people.byId(row.createdBy())
                                .map(People.Person::departmentId)
                                .orElse(OptionalLong.empty())
                                .orElse(row.departmentId())));
    }

    /** A page sends the person's id, a file the name. */
    static boolean isId(String text) {
        return text.length() < 19 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    record Owner(long userId, long departmentId, boolean known) {
        Holder holder() {
            return new Holder(userId, departmentId);
        }

        /** What is to be said where the state names somebody who isn't known. */
        Optional<FieldProblem> remark(FileState state) {
            return known
                    ? Optional.empty()
                    : Optional.of(new FieldProblem(
                            Claiming.OWNER,
                            userId == NOBODY ? "unknown_owner_pooled" : "unknown_owner",
                            Map.of("name", state.value(Claiming.OWNER).text())));
        }
    }
}
