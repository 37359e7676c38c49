package io.clientela.kit.match.names;

import io.clientela.kit.fields.CodeItem;
import io.clientela.kit.fields.CodeLists;
import io.clientela.kit.fields.Regions;
import io.clientela.kit.text.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What words of enterprises' names mean: legal forms, lines of business, places, parts of a house; general knowledge, read once. */
final class Vocabulary {

    static final Phrases FORMS = new Phrases();
    static final Phrases BUSINESS = new Phrases();
    static final Phrases PLACES = new Phrases();
    static final Phrases BRANCHES = new Phrases();
    static final HanTerms HAN_FORMS = new HanTerms();
    static final HanTerms HAN_BUSINESS = new HanTerms();
    static final HanTerms HAN_PLACES = new HanTerms();
    static final HanTerms HAN_BRANCHES = new HanTerms();
    static final Set<String> STOP = small("stop");
    /** Forms of one word that stand in front of a name. */
    static final Set<String> LEADING_FORMS = small("leading_form");

    static final Map<String, String> NUMBERS = numbers();

    private static final Set<String> COUNTRIES = new HashSet<>();
    private static final Map<String, Integer> CODES = new HashMap<>();
    private static final List<String> MEANINGS = new ArrayList<>();

    /** A place's province or country, by its canonical name: Suzhou lies in Jiangsu. */
    private static final Map<String, Set<String>> AROUND = new HashMap<>();

    private static final String KINDS_KEPT = "市";

    static {
        forms();
        business();
        cities();
        regions();
    }

    private Vocabulary() {}

    /** Whether one of two places is the other or lies in it; China holds all Chinese ones. */
    static boolean compatible(String one, String other) {
        return one.equals(other)
                || AROUND.getOrDefault(one, Set.of()).contains(other)
                || AROUND.getOrDefault(other, Set.of()).contains(one);
    }

    static boolean isCountry(String place) {
        return COUNTRIES.contains(place);
    }

    /** A number for a meaning, from 1, the same as long as the program runs. */
    static int code(String meaning) {
        synchronized (CODES) {
            return CODES.computeIfAbsent(meaning, added -> {
                MEANINGS.add(added);
                return MEANINGS.size();
            });
        }
    }

    static String meaning(int code) {
        synchronized (CODES) {
            return MEANINGS.get(code - 1);
        }
    }

    private static void forms() {
        WordTable.entries("legal_forms.txt")
                .forEach((group, cell) -> WordTable.items(cell).forEach(form -> FORMS.add(form, group)));
        WordTable.entries("chinese_forms.txt")
                .forEach((group, cell) -> WordTable.items(cell).forEach(form -> HAN_FORMS.add(form, group)));
        Map<String, String> branches = WordTable.entries("branches.txt");
        WordTable.items(branches.getOrDefault("zh", "")).forEach(term -> HAN_BRANCHES.add(term, term));
        WordTable.items(branches.getOrDefault("latin", "")).forEach(term -> BRANCHES.add(term, term));
    }

    private static void business() {
        WordTable.entries("business.txt").forEach((key, cell) -> {
            String canonical = key.replace("-", "");
            BUSINESS.add(canonical, canonical);
            String[] columns = cell.split("\\|", -1);
            WordTable.items(columns[0]).forEach(term -> HAN_BUSINESS.add(term, canonical));
            WordTable.items(columns[1]).forEach(word -> BUSINESS.add(word, canonical));
        });
    }

    private static void cities() {
        WordTable.entries("cities.txt").forEach((canonical, cell) -> {
            PLACES.add(canonical, canonical);
            String[] columns = cell.split("\\|", -1);
            WordTable.items(columns[0]).forEach(term -> HAN_PLACES.add(term, canonical));
            WordTable.items(columns[1]).forEach(word -> PLACES.add(word, canonical));
        });
    }

    /** Countries, and China's provinces and cities; of districts those that are cities, since the others' short names are everyday words. */
    private static void regions() {
        CodeLists lists = CodeLists.shipped();
        Map<String, String> canonicals = new HashMap<>();
        for (CodeItem item : lists.items(CodeLists.COUNTRY)) {
            String canonical = canonical(item.label().en());
            String known = HAN_PLACES.meaning(item.label().zh());
            canonical = known.isEmpty() ? canonical : known;
            COUNTRIES.add(canonical);
            HAN_PLACES.add(item.label().zh(), canonical);
            PLACES.add(Names.fold(item.label().en()), canonical);
            PLACES.add(Names.fold(item.label().es()), canonical);
        }
        for (CodeItem item : lists.items(CodeLists.REGION)) {
            if (item.code().startsWith("CN-")) {
                chinese(item, canonicals);
            }
        }
    }

    private static void chinese(CodeItem item, Map<String, String> canonicals) {
        String name = item.label().zh();
        String brief = Regions.shortName(name);
        String canonical = HAN_PLACES.meaning(brief);
        if (canonical.isEmpty()) {
            canonical = canonical(item.label().en());
        }
        canonicals.put(item.code(), canonical);
        Set<String> around = new HashSet<>(Set.of("china"));
        String above = canonicals.getOrDefault(item.parent(), "china");
        around.add(above);
        around.addAll(AROUND.getOrDefault(above, Set.of()));
        AROUND.computeIfAbsent(canonical, none -> new HashSet<>()).addAll(around);
        HAN_PLACES.add(name, canonical);
        boolean district = !item.code().endsWith("00");
        if (!district || name.endsWith(KINDS_KEPT)) {
            HAN_PLACES.add(brief, canonical);
            PLACES.add(Names.fold(item.label().en()), canonical);
        }
    }

    private static String canonical(String name) {
        return Names.fold(name).replace(" ", "");
    }

    private static Set<String> small(String kind) {
        return Set.copyOf(WordTable.items(WordTable.entries("small_words.txt").getOrDefault(kind, "")));
    }

    private static Map<String, String> numbers() {
        Map<String, String> numbers = new HashMap<>();
        List<String> items =
                WordTable.items(WordTable.entries("small_words.txt").getOrDefault("number", ""));
        for (String item : items) {
            int space = item.indexOf(' ');
            numbers.put(item.substring(0, space), item.substring(space + 1));
        }
        return Map.copyOf(numbers);
    }
}
