package io.clientela.kit.fields;

import com.ibm.icu.util.ULocale;
import io.clientela.kit.fields.CodeList.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The items of the region tree: countries (ISO 3166-1), their parts (ISO 3166-2), China's down to the district (GB/T 2260,
 * written {@code CN-} and six digits).
 */
final class Places {
    static final Style STYLE = new Style(Places::loosen, Places::countryOf, true);

    private static final String PEOPLES = "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡"
            + "|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固"
            + "|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各";
    /** What a Chinese division is, behind its name. */
    private static final Pattern KIND =
            Pattern.compile("(?:(?:(?:" + PEOPLES + ")族?)*自治[州县旗区]|特别行政区|地区|林区|矿区|新区|[省市区县盟旗])$");

    private static final Pattern SELF_GOVERNING = Pattern.compile("自治[州县旗区]$");
    private static final String KINDS_END = "省市区县盟旗州";

    private static final Map<String, String> ISO_PARTS = Map.ofEntries(
            Map.entry("11", "BJ"),
            Map.entry("12", "TJ"),
            Map.entry("13", "HE"),
            Map.entry("14", "SX"),
            Map.entry("15", "NM"),
            Map.entry("21", "LN"),
            Map.entry("22", "JL"),
            Map.entry("23", "HL"),
            Map.entry("31", "SH"),
            Map.entry("32", "JS"),
            Map.entry("33", "ZJ"),
            Map.entry("34", "AH"),
            Map.entry("35", "FJ"),
            Map.entry("36", "JX"),
            Map.entry("37", "SD"),
            Map.entry("41", "HA"),
            Map.entry("42", "HB"),
            Map.entry("43", "HN"),
            Map.entry("44", "GD"),
            Map.entry("45", "GX"),
            Map.entry("46", "HI"),
            Map.entry("50", "CQ"),
            Map.entry("51", "SC"),
            Map.entry("52", "GZ"),
            Map.entry("53", "YN"),
            Map.entry("54", "XZ"),
            Map.entry("61", "SN"),
            Map.entry("62", "GS"),
            Map.entry("63", "QH"),
            Map.entry("64", "NX"),
            Map.entry("65", "XJ"));

    private Places() {}

    static List<CodeItem> all() {
        List<CodeItem> items = new ArrayList<>(countries());
        items.addAll(china());
        items.addAll(subdivisions());
        return items;
    }

    static List<CodeItem> countries() {
        Map<String, String> synonyms = new HashMap<>();
        Tsv.rows("countries").forEach(row -> synonyms.put(row[0], row[1]));
        return Arrays.stream(Locale.getISOCountries())
                .sorted()
                .map(code -> new CodeItem(
                        code,
                        "",
                        new Texts(
                                name(code, ULocale.SIMPLIFIED_CHINESE),
                                name(code, ULocale.ENGLISH),
                                name(code, new ULocale("es"))),
                        synonyms(code, synonyms.getOrDefault(code, ""))))
                .toList();
    }

    private static List<String> synonyms(String country, String more) {
        List<String> all = new ArrayList<>(Tsv.synonyms(more));
        all.add(Locale.of("", country).getISO3Country());
        return all;
    }

    private static String name(String country, ULocale language) {
        return ULocale.getDisplayCountry("und-" + country, language);
    }

    private static List<CodeItem> subdivisions() {
        Set<String> countries = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
        return Tsv.items("subdivisions").stream()
                .filter(item -> countries.contains(countryOf(item.code())))
                .toList();
    }

    private static List<CodeItem> china() {
        List<String[]> rows = Tsv.rows("divisions_cn");
        Set<String> known = new HashSet<>();
        rows.forEach(row -> known.add(row[0]));
        return rows.stream().map(row -> division(row, known)).toList();
    }

    private static CodeItem division(String[] row, Set<String> known) {
        String code = row[0];
        String name = row[1];
        Set<String> synonyms = new LinkedHashSet<>(List.of(code));
        String province = code.substring(0, 2);
        boolean topLevel = code.endsWith("0000");
        if (topLevel) {
            synonyms.add("CN-" + ISO_PARTS.getOrDefault(province, province));
            synonyms.add(province);
            if (name.endsWith("市")) {
                // The level 市辖区 inside a municipality is the municipality itself.
                synonyms.add(province + "0100");
                synonyms.add(province + "01");
            }
        } else if (code.endsWith("00")) {
            synonyms.add(code.substring(0, 4));
        }
        if (row.length > 3) {
            synonyms.addAll(Tsv.synonyms(row[3]));
        }
        String romanised = row[2];
        return new CodeItem(
                "CN-" + code, parent(code, known), new Texts(name, romanised, romanised), List.copyOf(synonyms));
    }

    private static String parent(String code, Set<String> known) {
        if (code.endsWith("0000")) {
            return "CN";
        }
        String city = code.substring(0, 4) + "00";
        return "CN-" + (!code.endsWith("00") && known.contains(city) ? city : code.substring(0, 2) + "0000");
    }

    static String countryOf(String code) {
        return code.length() > 2 ? code.substring(0, 2) : "";
    }

    /**
     * A Chinese division's name without what it is: 长沙 for 长沙市, 延边 for 延边朝鲜族自治州. Where the people is the name's own
     * (内蒙古, 西藏) it stays, and names of one character keep their kind.
     */
    static String shortName(String name) {
        if (name.isEmpty() || KINDS_END.indexOf(name.charAt(name.length() - 1)) < 0) {
            return name;
        }
        String bare = KIND.matcher(name).replaceFirst("");
        if (bare.length() < 2) {
            bare = SELF_GOVERNING.matcher(name).replaceFirst("");
        }
        return bare.length() < 2 ? name : bare;
    }

    private static String loosen(String name) {
        return Fold.hasHan(name) ? shortName(Fold.of(name)) : Fold.loosely(name);
    }
}
