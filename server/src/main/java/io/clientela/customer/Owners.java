package io.clientela.customer;

import io.clientela.access.People;
import io.clientela.kernel.Actor;
import org.springframework.stereotype.Component;

/** To whom a file goes: the person named, else who brings it in, with their department. */
@Component
class Owners {

    private final People people;

    Owners(People people) {
        this.people = people;
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

    /** A page sends the person's id, a file the name. */
    static boolean isId(String text) {
        return text.length() < 19 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    record Owner(long userId, long departmentId, boolean known) {}
}
