package io.clientela.kit.recognise;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names of countries as registers write them, in three languages, to ISO 3166 alpha-2. */
final class Countries {

    private static final Map<String, String> BY_NAME = names();

    private Countries() {}

    /** The code, empty for a text that names no country. */
    static String code(String text) {
        String compact = HeadingText.of(text).compact();
        return BY_NAME.getOrDefault(compact, "");
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            names.put(code.toLowerCase(Locale.ROOT), code);
            names.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
            for (String language : List.of("en", "es", "zh")) {
                names.put(
                        HeadingText.of(country.getDisplayCountry(Locale.of(language)))
                                .compact(),
                        code);
            }
        }
        String[][] others = {
            {
                "GB",
                "uk",
                "great britain",
                "britain",
                "england",
                "scotland",
                "wales",
                "northern ireland",
                "英格兰",
                "gran bretaña",
                "inglaterra"
            },
            {"US", "usa", "u.s.a.", "united states of america", "america", "ee.uu.", "eeuu", "estados unidos de américa"
            },
            {
                "CN",
                "prc",
                "p.r. china",
                "people's republic of china",
                "中华人民共和国",
                "中国大陆",
                "中国内地",
                "mainland china",
                "república popular china"
            },
            {"HK", "香港", "中国香港", "hong kong"},
            {"MO", "澳门", "中国澳门", "macau", "macao"},
            {"TW", "台湾", "臺灣", "中国台湾", "taiwan"},
            {"ES", "españa", "reino de españa"},
            {"KR", "south korea", "korea", "韩国", "corea", "corea del sur"},
            {"RU", "russia", "俄罗斯", "rusia"},
            {"DE", "alemania", "deutschland"},
            {"NL", "holland", "holanda", "荷兰"},
            {"AE", "uae", "阿联酋"},
            {"CZ", "czech republic", "república checa"},
        };
        for (String[] country : others) {
            for (int i = 1; i < country.length; i++) {
                names.put(HeadingText.of(country[i]).compact(), country[0]);
            }
        }
        return Map.copyOf(names);
    }
}
