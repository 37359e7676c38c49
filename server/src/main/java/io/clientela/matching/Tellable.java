package io.clientela.matching;

import io.clientela.fields.FieldAccess;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.Matching;
import io.clientela.matching.Findings.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What somebody may be told of a comparison: a finding about a hidden field tells of its value, and how near a masked one comes lets
 * it be found out by trying. Of a masked field only that it is the same is told.
 */
@Component
class Tellable {

    private static final Set<Matching> NAMES =
            Set.of(Matching.NAME, Matching.GIVEN_NAME, Matching.FAMILY_NAME, Matching.OTHER_NAME);
    private static final Set<Matching> PLACES = Set.of(Matching.REGION, Matching.CITY, Matching.POSTAL_CODE);
    private static final String RELATIONS = "relations";
    private static final Set<Matching> ADDRESSES = Set.of(Matching.ADDRESS);

    /** What each aspect of a comparison is read from; one that isn't named here is read from no single field. */
    private static final Map<String, Set<Matching>> READ_FROM = Map.ofEntries(
            Map.entry("title", NAMES),
            Map.entry("given_name", NAMES),
            Map.entry("family_name", NAMES),
            Map.entry("birth_date", Set.of(Matching.BIRTH_DATE)),
            Map.entry("gender", Set.of(Matching.GENDER)),
            Map.entry("phone", Set.of(Matching.PHONE)),
            Map.entry("email", Set.of(Matching.EMAIL)),
            Map.entry("handle", Set.of(Matching.HANDLE)),
            Map.entry("document", Set.of(Matching.DOCUMENT)),
            Map.entry("employer", Set.of(Matching.EMPLOYER)),
            Map.entry("representative", Set.of(Matching.REPRESENTATIVE)),
            Map.entry("place", PLACES),
            Map.entry("street", ADDRESSES),
            Map.entry("premises", ADDRESSES),
            Map.entry("household", ADDRESSES),
            Map.entry("roof", ADDRESSES));

    private final FieldAccess access;
    private final FieldCatalogue fields;

    Tellable(FieldAccess access, FieldCatalogue fields) {
        this.access = access;
        this.fields = fields;
    }

    boolean names(String record, Actor actor) {
        return sight(record, NAMES, actor) == Visibility.CLEAR;
    }

    /**
     * The findings without what relations say, unless every relation can be read: that two belong to one household may be known from the
     * file of a third. What is told instead is that they look like it.
     */
    Findings aside(Findings findings, Actor actor) {
        boolean readable = actor.scope() instanceof Scope.All
                && List.of(Catalogue.INDIVIDUAL, Catalogue.ENTERPRISE).stream()
                        .allMatch(record ->
                                access.read(actor, fields.catalogue().field(record, RELATIONS)) == Visibility.CLEAR);
        if (readable) {
            return findings;
        }
        boolean enterprises =
                findings.all().stream().anyMatch(finding -> finding.aspect().equals("title"));
        return new Findings(findings.all().stream()
                .map(finding -> !finding.aspect().equals(Findings.RELATION)
                        ? finding
                        : enterprises
                                ? new Finding("roof", "neighbours", finding.bits())
                                : new Finding("household", "relatives", finding.bits()))
                .toList());
    }

    Findings of(String record, Findings findings, Actor actor) {
        return new Findings(aside(findings, actor).all().stream()
                .filter(finding -> mayBeTold(record, finding, actor))
                .toList());
    }

    private boolean mayBeTold(String record, Finding finding, Actor actor) {
        return switch (sight(record, READ_FROM.getOrDefault(finding.aspect(), Set.of()), actor)) {
            case CLEAR -> true;
            case MASKED -> finding.level().equals("equal");
            case HIDDEN -> false;
        };
    }

    /** The least that is seen of any of these fields. */
    private Visibility sight(String record, Set<Matching> kinds, Actor actor) {
        return fields.catalogue().fields(record).stream()
                .filter((Field field) -> kinds.contains(field.matching()))
                .map(field -> access.read(actor, field))
                .min(Comparator.naturalOrder())
                .orElse(Visibility.CLEAR);
    }
}
