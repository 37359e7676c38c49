package io.clientela.customer;

import io.clientela.kit.fields.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose value of several linked files is shown.
 *
 * @param criteria by what values are compared, the weightiest first
 * @param trust channels, the most trusted first; one that isn't named comes behind all that are
 * @param fields criteria of single fields by key, and of types of field
 * @param together fields that make one thing, told by the first of them: they come from one file or not at all
 */
record SurvivorshipRules(
        List<Criterion> criteria,
        List<String> trust,
        Map<String, List<Criterion>> fields,
        List<List<String>> together) {

    /**
     * Counts how often what the product makes of the same rules has changed: customers merged before are put together anew then. At 1 what
     * one run brought in is of one moment, and what makes one thing comes from the file that says more of it where all say the same.
     */
    static final int EDITION = 1;

    static final SurvivorshipRules SHIPPED = new SurvivorshipRules(
            List.of(Criterion.VERIFIED, Criterion.TRUST, Criterion.RECENCY, Criterion.COMPLETENESS, Criterion.LONGEST),
            List.of("page", "api", "import"),
            Map.of(),
            List.of(
                    List.of("name", "given_name", "family_name"),
                    List.of("document_number", "document_type"),
                    List.of("registered_capital", "registered_capital_currency"),
                    List.of("lifecycle_stage", "stage_on"),
                    List.of("address", "region", "city", "postal_code")));

    /** By what one value goes before another. */
    enum Criterion {
        /** Somebody has verified it. */
        VERIFIED,
        /** It came by a more trusted channel. */
        TRUST,
        /** It was said later; what one import brought in was said at one moment. */
        RECENCY,
        /** Its file says more. */
        COMPLETENESS,
        /** It is longer. */
        LONGEST
    }

    SurvivorshipRules {
        criteria = some(criteria);
        trust = some(trust);
        fields = Optional.ofNullable(fields).map(Map::copyOf).orElse(Map.of());
        together = some(together);
    }

    private static <T> List<T> some(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    /** Those of the field itself, else of its type, else of all. */
    List<Criterion> of(Field field) {
        List<Criterion> ofType = fields.getOrDefault(SurvivorshipSettings.typeOf(field.type()), criteria);
        return fields.getOrDefault(field.key(), ofType);
    }

    int trust(String channel) {
        int place = trust.indexOf(channel);
        return place < 0 ? trust.size() : place;
    }

    /** The fields a field makes one thing with, itself where it stands alone. */
    List<String> with(String field) {
        return together.stream()
                .filter(some -> some.contains(field))
                .findFirst()
                .orElse(List.of(field));
    }
}
