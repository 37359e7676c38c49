package io.clientela.kit.fields;

import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import io.clientela.kit.fields.CodeList.Style;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The code lists that choices are taken from, by key; immutable. */
public final class CodeLists {
    public static final String REGION = "region";
    public static final String COUNTRY = "country";
    public static final String INDUSTRY = "industry";
    public static final String CURRENCY = "currency";

    private static final List<String> TABLES = List.of(
            "gender",
            "document_type",
            "income_band",
            "education",
            "customer_level",
            "lifecycle_stage",
            "source_channel",
            "enterprise_nature",
            "scale",
            "enterprise_roles",
            "special_category",
            "influence",
            "relation_kind");
    private static final List<String> OPEN = List.of("needs", "tags");

    private final Map<String, CodeList> lists;
    private final Regions regions;

    private CodeLists(Map<String, CodeList> lists) {
        this.lists = lists;
        this.regions = new Regions(list(REGION));
    }

    /** The lists that come with the product. */
    public static CodeLists shipped() {
        return Shipped.LISTS;
    }

    /** These lists with items of the house's own added, see {@link CodeList#with}; an unknown key is a list of the house's own. */
    public CodeLists with(Map<String, List<CodeItem>> more) {
        Map<String, CodeList> all = new LinkedHashMap<>(lists);
        more.forEach((key, items) -> all.put(
                key,
                find(key).map(list -> list.with(items)).orElseGet(() -> new CodeList(key, false, Style.PLAIN, items))));
        return new CodeLists(all);
    }

    public Set<String> keys() {
        return Set.copyOf(lists.keySet());
    }

    public Optional<CodeList> find(String key) {
        return Optional.ofNullable(lists.get(key));
    }

    /** A list that is known to exist; throws {@link IllegalArgumentException} where it doesn't. */
    public CodeList list(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no code list " + key));
    }

    public List<CodeItem> items(String key) {
        return list(key).items();
    }

    public Regions regions() {
        return regions;
    }

    private static CodeLists build() {
        Map<String, CodeList> lists = new LinkedHashMap<>();
        TABLES.forEach(key -> lists.put(key, new CodeList(key, false, Style.PLAIN, Tsv.items(key))));
        OPEN.forEach(key -> lists.put(key, new CodeList(key, true, Style.PLAIN, Tsv.items(key))));
        lists.put(INDUSTRY, industries());
        lists.put(CURRENCY, new CodeList(CURRENCY, false, Style.PLAIN, currencies()));
        lists.put(COUNTRY, new CodeList(COUNTRY, false, Style.PLAIN, Places.countries()));
        lists.put(REGION, new CodeList(REGION, false, Places.STYLE, Places.all()));
        return new CodeLists(lists);
    }

    /** Chinese texts mean the Chinese classification; where another country is assumed, the European one. */
    private static CodeList industries() {
        List<CodeItem> items = Stream.concat(Tsv.items("industry_gbt").stream(), Tsv.items("industry_nace").stream())
                .toList();
        return new CodeList(
                INDUSTRY, false, new Style(Fold::loosely, code -> code.startsWith("gbt:") ? "CN" : "", false), items);
    }

    /** ISO 4217 as the JDK knows it, with names from CLDR; gold, test codes and the like are left out. */
    private static List<CodeItem> currencies() {
        List<CodeItem> items = new ArrayList<>();
        Map<String, String> synonyms = new LinkedHashMap<>();
        Tsv.rows("currency_synonyms").forEach(row -> synonyms.put(row[0], row[1]));
        java.util.Currency.getAvailableCurrencies().stream()
                .filter(each -> each.getDefaultFractionDigits() >= 0)
                .map(java.util.Currency::getCurrencyCode)
                .sorted(Comparator.naturalOrder())
                .forEach(code -> items.add(new CodeItem(
                        code,
                        "",
                        new Texts(
                                name(code, ULocale.SIMPLIFIED_CHINESE),
                                name(code, ULocale.ENGLISH),
                                name(code, new ULocale("es"))),
                        Tsv.synonyms(synonyms.getOrDefault(code, "")))));
        return items;
    }

    private static String name(String code, ULocale language) {
        return Currency.getInstance(code).getName(language, Currency.LONG_NAME, new boolean[1]);
    }

    /** Read once, when first asked for. */
    private static final class Shipped {
        static final CodeLists LISTS = build();
    }
}
