package io.clientela.kit.match.compare;

import io.clientela.kit.text.Names;
import io.clientela.kit.text.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            Map.entry("w", "west"),
            Map.entry("ne", "northeast"),
            Map.entry("nw", "northwest"),
            Map.entry("se", "southeast"),
            Map.entry("sw", "southwest"),
            Map.entry("first", "1st"),
            Map.entry("second", "2nd"),
            Map.entry("third", "3rd"),
            Map.entry("fourth", "4th"),
            Map.entry("fifth", "5th"),
            Map.entry("sixth", "6th"),
            Map.entry("seventh", "7th"),
            Map.entry("eighth", "8th"),
            Map.entry("ninth", "9th"),
            Map.entry("tenth", "10th"));

    /** Which part of a street; written before it or behind it, or left out. */
    private static final Set<String> SIDES =
            Set.of("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest");

    /** What comes behind says how to find the house. */
    private static final Set<String> BETWEEN = Set.of("between", "entre");

    /** North Street is called so; of North Main Street it is a part. */
    private static final int NAME_AND_KIND = 2;

    public static Street of(String address) {
        int comma = firstComma(address);
        String first = comma < 0 ? address : address.substring(0, comma);
        String rest = comma < 0 ? "" : address.substring(comma + 1);
        String folded = Names.fold(first);
        if (Scripts.hasHan(folded)) {
            return han(Names.fold(address));
        }
        String number = "";
        List<String> words = new ArrayList<>();
        for (String word : folded.split(" ", -1)) {
            if (BETWEEN.contains(word) && words.size() > 1) {
                break;
            }
            if (number.isEmpty() && NUMBER.matcher(word).matches()) {
                number = word;
            } else if (!word.isEmpty()) {
                words.add(KINDS.getOrDefault(word, word));
            }
        }
        if (words.size() > NAME_AND_KIND && SIDES.contains(words.getFirst())) {
            words.add(words.removeFirst());
        }
        String street = String.join(" ", words);
        String more = Names.fold(rest);
        if (street.isEmpty() && !more.isEmpty()) {
            return new Street(more, number, "");
        }
        // "Calle Mayor, 12": the number stands behind the comma.
        if (number.isEmpty() && NUMBER.matcher(more).matches()) {
            return new Street(street, more, "");
        }
        return new Street(street, number, more);
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
