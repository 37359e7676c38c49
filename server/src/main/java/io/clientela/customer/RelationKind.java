package io.clientela.customer;

import io.clientela.kit.fields.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the product understands of a kind of relation; one the house added itself is understood as some relation.
 *
 * @param code what the other customer is to this one
 * @param inverse what this one is to the other
 * @param circle the group it holds together; none where it holds none
 * @param above whether the other stands above this one in that group
 * @param from the types of customer that may have such another one
 * @param to the types the other may be of
 */
record RelationKind(
        String code, String inverse, Optional<Circle> circle, boolean above, Set<String> from, Set<String> to) {

    /** A group of customers with one at its top. */
    enum Circle {
        HOUSEHOLD,
        COMPANY;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Circle> of(String key) {
            return List.of(values()).stream()
                    .filter(circle -> circle.key().equals(key))
                    .findFirst();
        }
    }

    private static final Set<String> PERSON = Set.of(Catalogue.INDIVIDUAL);
    private static final Set<String> COMPANY = Set.of(Catalogue.ENTERPRISE);
    private static final Set<String> ANYBODY = Set.of(Catalogue.INDIVIDUAL, Catalogue.ENTERPRISE);

    private static final Map<String, RelationKind> KNOWN = new LinkedHashMap<>();

    static {
        group("household_head", "household_member", Circle.HOUSEHOLD, PERSON);
        both("spouse", "spouse", PERSON, PERSON);
        both("parent", "child", PERSON, PERSON);
        both("sibling", "sibling", PERSON, PERSON);
        both("relative", "relative", PERSON, PERSON);
        group("parent_company", "subsidiary", Circle.COMPANY, COMPANY);
        group("head_office", "branch", Circle.COMPANY, COMPANY);
        both("affiliate", "affiliate", COMPANY, COMPANY);
        both("shareholder", "holding", COMPANY, ANYBODY);
        both("employer", "employee", PERSON, COMPANY);
        both("guarantor", "guaranteed", ANYBODY, ANYBODY);
        both("referrer", "referred", ANYBODY, ANYBODY);
        both("agent", "principal", ANYBODY, ANYBODY);
        both("partner", "partner", ANYBODY, ANYBODY);
    }

    private static void group(String above, String below, Circle circle, Set<String> types) {
        KNOWN.put(above, new RelationKind(above, below, Optional.of(circle), true, types, types));
        KNOWN.put(below, new RelationKind(below, above, Optional.of(circle), false, types, types));
    }

    private static void both(String code, String inverse, Set<String> from, Set<String> to) {
        KNOWN.put(code, new RelationKind(code, inverse, Optional.empty(), false, from, to));
        KNOWN.put(inverse, new RelationKind(inverse, code, Optional.empty(), false, to, from));
    }

    static RelationKind of(String code) {
        RelationKind known = KNOWN.get(code);
        return known == null ? new RelationKind(code, code, Optional.empty(), false, ANYBODY, ANYBODY) : known;
    }

    /** The codes the product understands, as it ships them. */
    static Set<String> known() {
        return KNOWN.keySet();
    }

    /** The codes of the kinds that hold such a group together and name one above, or one below. */
    static List<String> of(Circle circle, boolean above) {
        return KNOWN.values().stream()
                .filter(kind -> kind.circle().filter(circle::equals).isPresent() && kind.above() == above)
                .map(RelationKind::code)
                .toList();
    }

    static List<String> ofCircles(boolean above) {
        return Stream.of(Circle.values())
                .flatMap(circle -> of(circle, above).stream())
                .toList();
    }

    static List<String> ofCircles() {
        return Stream.concat(ofCircles(true).stream(), ofCircles(false).stream())
                .toList();
    }

    /** Whether a customer of one type may stand so to one of another. */
    boolean fits(String record, String other) {
        return from.contains(record) && to.contains(other);
    }

    /** Whether it says of one customer what this kind says of it from the other side. */
    boolean isInverse(RelationKind other) {
        return inverse.equals(other.code());
    }
}
