package io.clientela.platform;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The organisation as its settings describe it: {@code zone} dates its customer numbers, {@code country} reads numbers without a prefix. */
@Component
public class Organisation implements SettingGroup {

    private static final String NAME = "organisation.name";
    private static final String COUNTRY = "organisation.country";
    private static final String ZONE = "organisation.zone";
    private static final String LANGUAGE = "organisation.language";
    private static final int LONGEST_NAME = 100;

    private final List<Governed> settings;
    private final ObjectProvider<SettingValues> values;

    Organisation(OrganisationDefaults defaults, ObjectProvider<SettingValues> values) {
        this.settings = List.of(
                Governed.text(NAME, "", LONGEST_NAME),
                Governed.choice(COUNTRY, defaults.country(), countries(defaults)),
                Governed.choice(ZONE, defaults.zone().getId(), zones(defaults)),
                Governed.choice(LANGUAGE, defaults.language(), Messages.LANGUAGES));
        this.values = values;
    }

    /** Empty until somebody has said it. */
    public String name() {
        return values.getObject().text(NAME);
    }

    /** ISO 3166-1, two letters. */
    public String country() {
        return values.getObject().text(COUNTRY);
    }

    public ZoneId zone() {
        return ZoneId.of(values.getObject().text(ZONE));
    }

    /** The language of people nobody has chosen one for. */
    public String language() {
        return values.getObject().text(LANGUAGE);
    }

    @Override
    public String key() {
        return "organisation";
    }

    @Override
    public List<Governed> settings() {
        return settings;
    }

    private static List<String> countries(OrganisationDefaults defaults) {
        return Stream.concat(Stream.of(defaults.country()), Arrays.stream(Locale.getISOCountries()))
                .distinct()
                .sorted()
                .toList();
    }

    /** Places rather than offsets, which know nothing of summer time. */
    private static List<String> zones(OrganisationDefaults defaults) {
        return Stream.concat(
                        Stream.of(defaults.zone().getId(), "UTC"),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(zone ->
                                        zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/")))
                .distinct()
                .sorted()
                .toList();
    }
}
