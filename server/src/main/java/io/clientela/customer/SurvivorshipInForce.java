package io.clientela.customer;

import io.clientela.customer.SurvivorshipRules.Criterion;
import io.clientela.platform.Json;
import io.clientela.platform.Settings;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rules by which linked files are one record, as they were or will be at a moment. */
@Component
class SurvivorshipInForce {

    static final String CRITERIA = "survivorship.criteria";
    static final String TRUST = "survivorship.trust";
    /** Fields, or types of field, each followed by its own criteria. */
    static final String FIELDS = "survivorship.fields";

    private final Settings settings;

    SurvivorshipInForce(Settings settings) {
        this.settings = settings;
    }

    SurvivorshipRules at(Instant moment) {
        SurvivorshipRules shipped = SurvivorshipRules.SHIPPED;
        Map<String, String> said = settings.at(List.of(CRITERIA, TRUST, FIELDS), moment);
        return new SurvivorshipRules(
                said(said, CRITERIA).map(SurvivorshipInForce::criteria).orElse(shipped.criteria()),
                said(said, TRUST).map(SurvivorshipInForce::codes).orElse(shipped.trust()),
                said(said, FIELDS).map(SurvivorshipInForce::fields).orElse(shipped.fields()),
                shipped.together());
    }

    static SurvivorshipRules of(Map<String, String> said) {
        return new SurvivorshipRules(
                criteria(said.getOrDefault(CRITERIA, "")),
                codes(said.getOrDefault(TRUST, "")),
                fields(said.getOrDefault(FIELDS, "")),
                SurvivorshipRules.SHIPPED.together());
    }

    static List<String> codes(String said) {
        return said.isEmpty() ? List.of() : List.of(said.split(",", -1));
    }

    /** What a line of a field says: the field first, then its criteria. */
    static List<String> line(String said) {
        return List.of(said.split(">", -1));
    }

    private static Optional<String> said(Map<String, String> said, String key) {
        return Optional.ofNullable(said.get(key)).map(json -> Json.read(json, String.class));
    }

    private static List<Criterion> criteria(String said) {
        return criteria(codes(said));
    }

    private static List<Criterion> criteria(List<String> codes) {
        return codes.stream().flatMap(code -> known(code).stream()).toList();
    }

    static Optional<Criterion> known(String code) {
        return Arrays.stream(Criterion.values())
                .filter(criterion -> criterion.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst();
    }

    private static Map<String, List<Criterion>> fields(String said) {
        Map<String, List<Criterion>> fields = new LinkedHashMap<>();
        codes(said).forEach(text -> {
            List<String> line = line(text);
            fields.put(line.getFirst(), criteria(line.subList(1, line.size())));
        });
        return fields;
    }
}
