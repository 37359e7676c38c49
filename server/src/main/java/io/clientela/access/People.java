package io.clientela.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Who is who, for rooms that name people: kept in memory and read again after a second. */
@Component
public class People {

    /** The department at the top of the tree, which always exists. */
    public static final long ROOT_DEPARTMENT = 1;

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final AccountStore accounts;
    private final DepartmentStore departments;
    private final Clock clock;
    private volatile Known known = Known.NOTHING;

    People(AccountStore accounts, DepartmentStore departments, Clock clock) {
        this.accounts = accounts;
        this.departments = departments;
        this.clock = clock;
    }

    /** The active person whose sign-in name or shown name this is; empty where none or more than one is. */
    public Optional<Person> byName(String text) {
        return Optional.ofNullable(known().byName().get(Account.key(text))).flatMap(person -> person);
    }

    /** The active person with this id. */
    public Optional<Person> byId(long id) {
        return Optional.ofNullable(known().byId().get(id));
    }

    /** The shown name of a person; the product's own name for id 0, empty where nobody has the id. */
    public String displayName(long id) {
        return id == 0 ? "Clientela" : known().names().getOrDefault(id, "");
    }

    public String departmentName(long id) {
        return known().departments().getOrDefault(id, "");
    }

    private Known known() {
        Known now = known;
        Instant moment = clock.instant();
        if (now.readAt().plus(FRESH).isAfter(moment)) {
            return now;
        }
        Known fresh = read(moment);
        known = fresh;
        return fresh;
    }

    private Known read(Instant moment) {
        Map<String, Optional<Person>> byName = new HashMap<>();
        Map<Long, String> names = new HashMap<>();
        Map<Long, Person> byId = new HashMap<>();
        for (Account account : accounts.all()) {
            names.put(account.id(), account.displayName());
            if (account.active()) {
                Person person = new Person(account.id(), account.displayName(), account.departmentId());
                byId.put(account.id(), person);
                add(byName, account.name(), person);
                if (!Account.key(account.name()).equals(Account.key(account.displayName()))) {
                    add(byName, account.displayName(), person);
                }
            }
        }
        Map<Long, String> units = new HashMap<>();
        departments.all().forEach(department -> units.put(department.id(), department.name()));
        return new Known(moment, byName, byId, names, units);
    }

    /** Two people of one name can't be told apart by it. */
    private static void add(Map<String, Optional<Person>> byName, String name, Person person) {
        String key = Account.key(name);
        byName.put(key, byName.containsKey(key) ? Optional.empty() : Optional.of(person));
    }

    public record Person(long id, String displayName, OptionalLong departmentId) {}

    private record Known(
            Instant readAt,
            Map<String, Optional<Person>> byName,
            Map<Long, Person> byId,
            Map<Long, String> names,
            Map<Long, String> departments) {
        static final Known NOTHING = new Known(Instant.EPOCH, Map.of(), Map.of(), Map.of(), Map.of());
    }
}
