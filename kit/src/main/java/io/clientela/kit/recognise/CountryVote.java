package io.clientela.kit.recognise;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The country under which most values of a file make sense: telephone numbers, postal codes, names of states. On a tie the
 * country asked first wins, so the order of candidates says what is likelier beforehand.
 */
public final class CountryVote {

    private static final Map<String, Pattern> POSTAL = Map.of(
            "CN", Pattern.compile("(?!0{6})\\d{6}"),
            "ES", Pattern.compile("(0[1-9]|[1-4]\\d|5[0-2])\\d{3}"),
            "GB", Pattern.compile("[A-Za-z]{1,2}\\d[A-Za-z\\d]? ?\\d[A-Za-z]{2}"),
            "US", Pattern.compile("\\d{5}(-\\d{4})?"),
            "AU", Pattern.compile("\\d{4}|8\\d\\d"),
            "DE", Pattern.compile("\\d{5}"),
            "FR", Pattern.compile("(\\d{2}|2[AB])\\d{3}"),
            "MX", Pattern.compile("\\d{5}"));

    private static final Map<String, Set<String>> STATES = Map.of(
            "AU",
                    Set.of(
                            "nsw",
                            "qld",
                            "vic",
                            "wa",
                            "sa",
                            "tas",
                            "nt",
                            "act",
                            "new south wales",
                            "queensland",
                            "victoria",
                            "tasmania"),
            "US",
                    Set.of(
                            "al",
                            "ak",
                            "az",
                            "ar",
                            "ca",
                            "co",
                            "ct",
                            "de",
                            "fl",
                            "ga",
                            "hi",
                            "id",
                            "il",
                            "in",
                            "ia",
                            "ks",
                            "ky",
                            "la",
                            "me",
                            "md",
                            "ma",
                            "mi",
                            "mn",
                            "ms",
                            "mo",
                            "mt",
                            "ne",
                            "nv",
                            "nh",
                            "nj",
                            "nm",
                            "ny",
                            "nc",
                            "nd",
                            "oh",
                            "ok",
                            "or",
                            "pa",
                            "ri",
                            "sc",
                            "sd",
                            "tn",
                            "tx",
                            "ut",
                            "vt",
                            "va",
                            "wa",
                            "wv",
                            "wi",
                            "wy",
                            "dc",
                            "california",
                            "texas",
                            "florida",
                            "new york",
                            "illinois"));

    private static final Pattern PROVINCE = Pattern.compile(".*(省|自治区|北京市?|上海市?|天津市?|重庆市?).*");

    private final Map<String, Double> votes = new LinkedHashMap<>();
    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

    public CountryVote(List<String> candidates) {
        candidates.forEach(country -> votes.put(country, 0.0));
    }

    public void phone(String value) {
        if (value.startsWith("+") || value.startsWith("00")) {
            international(value);
        } else {
            for (String country : List.copyOf(votes.keySet())) {
                add(country, valid(value, country) ? 1 : 0);
            }
        }
    }

    /** A written-out prefix names its country outright. */
    private void international(String value) {
        String plus = value.startsWith("00") ? "+" + value.substring(2) : value;
        try {
            PhoneNumber number = phones.parse(plus, "ZZ");
            String country = phones.getRegionCodeForNumber(number);
            if (country != null) {
                add(country, 1);
            }
        } catch (NumberParseException e) {
            // Tells nothing.
            return;
        }
    }

    private boolean valid(String value, String country) {
        try {
            return phones.isValidNumberForRegion(phones.parse(value, country), country);
        } catch (NumberParseException e) {
            return false;
        }
    }

    public void postalCode(String value) {
        POSTAL.forEach((country, form) -> {
            if (votes.containsKey(country) && form.matcher(value).matches()) {
                add(country, 0.5);
            }
        });
    }

    public void region(String value) {
        String state = HeadingText.of(value).spaced();
        STATES.forEach((country, states) -> {
            if (votes.containsKey(country) && states.contains(state)) {
                add(country, 0.7);
            }
        });
        if (PROVINCE.matcher(value).matches()) {
            add("CN", 0.7);
        }
    }

    public void country(String value) {
        String code = Countries.code(value);
        if (!code.isEmpty()) {
            add(code, 3);
        }
    }

    /** A Chinese resident number or credit code, a Spanish tax number. */
    public void document(String value) {
        if (Shapes.residentId(value) || Shapes.creditCode(value)) {
            add("CN", 1);
        } else if (Shapes.spanishId(value)) {
            add("ES", 1);
        }
    }

    private void add(String country, double weight) {
        votes.merge(country, weight, Double::sum);
    }

    /** Empty where nothing tells. */
    public String country() {
        String best = "";
        double most = 0;
        for (Map.Entry<String, Double> vote : votes.entrySet()) {
            if (vote.getValue() > most) {
                best = vote.getKey();
                most = vote.getValue();
            }
        }
        return best;
    }
}
