package io.clientela.kit.match;

import io.clientela.kit.fields.Catalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Persons for tests, with a fixed few by name and any number made up from a seed. */
final class Cast {

    static final Profiles PERSONS = new Profiles(Catalogue.shipped(), Catalogue.INDIVIDUAL);
    static final Profiles ENTERPRISES = new Profiles(Catalogue.shipped(), Catalogue.ENTERPRISE);

    private static final List<String> GIVEN = List.of(
            "james", "mary", "robert", "linda", "william", "susan", "thomas", "karen", "daniel", "nancy", "peter",
            "laura");
    private static final List<String> FAMILY = List.of(
            "smith", "johnson", "brown", "garcia", "miller", "davis", "wilson", "taylor", "moore", "jackson", "martin",
            "lee");

    private Cast() {}

    static Features person(String... keysAndValues) {
        return RuleSet.persons().features(PERSONS.of(values(keysAndValues)));
    }

    static Features enterprise(String... keysAndValues) {
        return RuleSet.enterprises().features(ENTERPRISES.of(values(keysAndValues)));
    }

    private static Map<String, String> values(String... keysAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return values;
    }

    /** So many strangers; some of them come twice, the second time with a slip in the name and without telephone. */
    static Base base(long seed, int persons, int twice) {
        SplittableRandom random = new SplittableRandom(seed);
        Base base = new Base(RuleSet.persons());
        for (int i = 0; i < persons; i++) {
            String given = GIVEN.get(random.nextInt(GIVEN.size()));
            String family = FAMILY.get(random.nextInt(FAMILY.size()));
            String birth = "%04d-%02d-%02d"
                    .formatted(1940 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28));
            String phone = "+614" + (10_000_000 + random.nextInt(80_000_000));
            String city = "town" + random.nextInt(20);
            base.add(
                    base.size(),
                    person(
                            "given_name",
                            given,
                            "family_name",
                            family,
                            "birth_date",
                            birth,
                            "phone",
                            phone,
                            "city",
                            city));
            if (i < twice) {
                String slip = family.substring(0, 2) + family.substring(3);
                base.add(
                        base.size(),
                        person("given_name", given, "family_name", slip, "birth_date", birth, "city", city));
            }
        }
        return base;
    }
}
