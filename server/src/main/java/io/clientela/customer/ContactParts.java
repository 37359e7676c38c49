package io.clientela.customer;

import io.clientela.kit.check.ImportantDates;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the product itself reads of a contact: the keys of its fields, and their values as what they mean. */
final class ContactParts {

    static final String LIST = "contacts";
    static final String NAME = "name";
    static final String REPORTS_TO = "reports_to";
    static final String MAIN = "main";
    static final String PERSON = "person";
    static final String SINCE = "since_on";
    static final String LEFT = "left_on";
    static final String DATES = "important_dates";

    private final Map<String, Value> parts;

    ContactParts(Map<String, Value> parts) {
        this.parts = parts;
    }

    String text(String key) {
        return parts.getOrDefault(key, Value.NONE).text();
    }

    Optional<LocalDate> leftOn() {
        return day(LEFT);
    }

    Optional<LocalDate> since() {
        return day(SINCE);
    }

    boolean isMain() {
        return "yes".equals(text(MAIN));
    }

    List<ImportantDates.Entry> days() {
        return ImportantDates.entries(text(DATES));
    }

    private Optional<LocalDate> day(String key) {
        return Optional.of(text(key)).filter(text -> !text.isEmpty()).map(LocalDate::parse);
    }
}
