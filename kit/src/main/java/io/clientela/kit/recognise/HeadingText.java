package io.clientela.kit.recognise;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A heading brought into one form: no accents, case, widths, stars, brackets; what a bracket or ending says of units is kept apart.
 *
 * @param spaced words parted by single blanks
 * @param compact the same without blanks; headings are compared by it
 * @param factor of the unit, 1 without one
 */
record HeadingText(String spaced, String compact, BigDecimal factor) {

    private static final Pattern BRACKETS = Pattern.compile("[(\\[{【〔<《]([^)\\]}】〕>》]*)[)\\]}】〕>》]");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern PARTING = Pattern.compile("[\\s_\\-./\\\\,;:·、，。：；|]+");
    private static final Pattern DROPPED = Pattern.compile("[*＊'\"?¿!¡#“”‘’`★●※]+");
    private static final Pattern UNIT_AT_END = Pattern.compile("(?:[/:,，\\s]|单位)\\s*(亿元|百万元|万元|千元|元|k€|m€|万|亿)$");

    private static final Map<String, BigDecimal> UNITS = Map.ofEntries(
            Map.entry("万元", new BigDecimal(10_000)),
            Map.entry("万", new BigDecimal(10_000)),
            Map.entry("万人民币", new BigDecimal(10_000)),
            Map.entry("人民币万元", new BigDecimal(10_000)),
            Map.entry("万美元", new BigDecimal(10_000)),
            Map.entry("千元", new BigDecimal(1_000)),
            Map.entry("百万元", new BigDecimal(1_000_000)),
            Map.entry("百万", new BigDecimal(1_000_000)),
            Map.entry("亿元", new BigDecimal(100_000_000)),
            Map.entry("亿", new BigDecimal(100_000_000)),
            Map.entry("k", new BigDecimal(1_000)),
            Map.entry("k€", new BigDecimal(1_000)),
            Map.entry("000", new BigDecimal(1_000)),
            Map.entry("000s", new BigDecimal(1_000)),
            Map.entry("thousands", new BigDecimal(1_000)),
            Map.entry("thousand", new BigDecimal(1_000)),
            Map.entry("miles", new BigDecimal(1_000)),
            Map.entry("miles de euros", new BigDecimal(1_000)),
            Map.entry("miles €", new BigDecimal(1_000)),
            Map.entry("m€", new BigDecimal(1_000_000)),
            Map.entry("millions", new BigDecimal(1_000_000)),
            Map.entry("million", new BigDecimal(1_000_000)),
            Map.entry("millones", new BigDecimal(1_000_000)),
            Map.entry("millones de euros", new BigDecimal(1_000_000)));

    static HeadingText of(String heading) {
        String text = Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
        BigDecimal factor = BigDecimal.ONE;
        Matcher bracket = BRACKETS.matcher(text);
        while (bracket.find()) {
            factor = factor.max(unit(bracket.group(1)));
        }
        String bare = BRACKETS.matcher(text).replaceAll(" ").strip();
        text = bare.isEmpty() ? text : bare;
        Matcher ending = UNIT_AT_END.matcher(text);
        if (ending.find() && ending.start() > 0) {
            factor = factor.max(unit(ending.group(1)));
            text = text.substring(0, ending.start());
        }
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String spaced = PARTING.matcher(DROPPED.matcher(plain).replaceAll(""))
                .replaceAll(" ")
                .strip();
        return new HeadingText(spaced, spaced.replace(" ", ""), factor);
    }

    private static BigDecimal unit(String text) {
        String unit = text.replace("单位", "").replaceAll("[:：]", "").strip();
        for (String candidate : List.of(unit, unit.replace(" ", ""))) {
            BigDecimal factor = UNITS.get(candidate);
            if (factor != null) {
                return factor;
            }
        }
        return BigDecimal.ONE;
    }

    boolean han() {
        return compact.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    /** "Phone 1" is "phone". */
    String withoutNumber() {
        return compact.length() > 2 && compact.endsWith("1") ? compact.substring(0, compact.length() - 1) : compact;
    }
}
