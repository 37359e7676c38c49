package io.clientela.customer;

import io.clientela.kit.check.Context;
import io.clientela.kit.check.PhoneCountry;
import io.clientela.platform.Organisation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * In which country a customer's phone and documents are to be read where nothing is written with them: the one the record
 * itself speaks of, by its region, document or known phone; else the organisation's own.
 */
@Component
class HomeCountry {

    private static final Pattern PLACE = Pattern.compile("[A-Z]{2}(-.*)?");

    /** Documents only one country issues. */
    private static final Map<String, String> ISSUERS = Map.of("resident_id", "CN", "nif", "ES", "nie", "ES");

    private final Organisation organisation;

    HomeCountry(Organisation organisation) {
        this.organisation = organisation;
    }

    /** How to read what is submitted; a country that came with it, as from an import, stays. */
    Context context(Context given, Map<String, List<String>> submitted, Map<String, String> known) {
        return given.country().isEmpty()
                ? new Context(of(submitted, known), given.dateOrder(), given.siblings())
                : given;
    }

    private String of(Map<String, List<String>> submitted, Map<String, String> known) {
        return Stream.of(
                        region(value("region", submitted, known)),
                        ISSUERS.getOrDefault(value("document_type", submitted, known), ""),
                        PhoneCountry.of(known.getOrDefault("mobile", "")),
                        PhoneCountry.of(known.getOrDefault("phone", "")))
                .filter(country -> !country.isEmpty())
                .findFirst()
                .orElse(organisation.country());
    }

    private static String value(String key, Map<String, List<String>> submitted, Map<String, String> known) {
        return Optional.ofNullable(submitted.get(key))
                .flatMap(texts -> texts.stream().findFirst())
                .orElse(known.getOrDefault(key, ""));
    }

    private static String region(String code) {
        return PLACE.matcher(code).matches() ? code.substring(0, 2) : "";
    }
}
