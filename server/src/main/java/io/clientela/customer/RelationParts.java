package io.clientela.customer;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What the product itself reads of a relation to another customer: the keys of its fields, and their values as what they mean. */
final class RelationParts {

    static final String LIST = "relations";
    static final String KIND = "kind";
    static final String CUSTOMER = "customer";
    static final String ROLE = "role";
    static final String SHARE = "share";
    static final String SINCE = "since_on";
    static final String UNTIL = "until_on";

    private final Map<String, Value> parts;

    RelationParts(Map<String, Value> parts) {
        this.parts = parts;
    }

    String text(String key) {
        return parts.getOrDefault(key, Value.NONE).text();
    }

    RelationKind kind() {
        return RelationKind.of(text(KIND));
    }

    /** The number of the other customer; empty for an item that was left half. */
    String customer() {
        return text(CUSTOMER);
    }

    Optional<LocalDate> since() {
        return day(SINCE);
    }

    Optional<LocalDate> until() {
        return day(UNTIL);
    }

    private Optional<LocalDate> day(String key) {
        return Optional.of(text(key)).filter(text -> !text.isEmpty()).map(LocalDate::parse);
    }
}
