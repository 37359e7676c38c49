package io.clientela.kit.match.compare;

import io.clientela.kit.text.Names;
import io.clientela.kit.text.Scripts;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address taken apart for comparing: the street without its kind's many spellings, the number in it, and whatever else is said.
 *
 * @param street folded, kinds of street spelt one way
 * @param number of the house, empty where none is said
 * @param rest further lines
 */
public record Street(String street, String number, String rest) {

    public static final Street NONE = new Street("", "", "");

    private static final Pattern HAN_NUMBER = Pattern.compile("^(.*?)(\\d+)(?:号|弄|幢|栋)?(.*)$");
    private static final Pattern NUMBER = Pattern.compile("\\d+[a-z]?");

    /** The usual ones of English and Spanish addresses; a list of our own. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("st", "street"),
            Map.entry("str", "street"),
            Map.entry("rd", "road"),
            Map.entry("ave", "avenue"),
            Map.entry("av", "avenue"),
            Map.entry("avda", "avenue"),
            Map.entry("avenida", "avenue"),
            Map.entry("blvd", "boulevard"),
            Map.entry("pl", "place"),
            Map.entry("plaza", "place"),
            Map.entry("pza", "place"),
            Map.entry("cres", "crescent"),
            Map.entry("cr", "crescent"),
            Map.entry("ct", "court"),
            Map.entry("crt", "court"),
            Map.entry("dr", "drive"),
            Map.entry("ln", "lane"),
            Map.entry("tce", "terrace"),
            Map.entry("ter", "terrace"),
            Map.entry("cct", "circuit"),
            Map.entry("cl", "close"),
            Map.entry("hwy", "highway"),
            Map.entry("pkwy", "parkway"),
            Map.entry("pde", "parade"),
            Map.entry("sq", "square"),
            Map.entry("c", "calle"),
            Map.entry("cll", "calle"),
            Map.entry("ctra", "carretera"),
            Map.entry("po", "paseo"),
            Map.entry("pso", "paseo"),
            Map.entry("n", "north"),
            Map.entry("s", "south"),
            Map.entry("e", "east"),
            Map.entry("w", "west"));

    public static Street of(String address) {
        int comma = firstComma(address);
        String first = comma < 0 ? address : address.substring(0, comma);
        String rest = comma < 0 ? "" : address.substring(comma + 1);
        String folded = Names.fold(first);
        if (Scripts.hasHan(folded)) {
            return han(Names.fold(address));
        }
        String number = "";
        StringBuilder street = new StringBuilder();
        for (String word : folded.split(" ", -1)) {
            if (number.isEmpty() && NUMBER.matcher(word).matches()) {
                number = word;
            } else if (!word.isEmpty()) {
                street.append(street.isEmpty() ? "" : " ").append(KINDS.getOrDefault(word, word));
            }
        }
        String more = Names.fold(rest);
        if (street.isEmpty() && !more.isEmpty()) {
            return new Street(more, number, "");
        }
        // "Calle Mayor, 12": the number stands behind the comma.
        if (number.isEmpty() && NUMBER.matcher(more).matches()) {
            return new Street(street.toString(), more, "");
        }
        return new Street(street.toString(), number, more);
    }

    private static Street han(String folded) {
        Matcher parts = HAN_NUMBER.matcher(folded);
        return parts.matches()
                ? new Street(
                        parts.group(1).strip(), parts.group(2), parts.group(3).strip())
                : new Street(folded, "", "");
    }

    private static int firstComma(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '，' || c == ';' || c == '\n') {
                return i;
            }
        }
        return -1;
    }
}
