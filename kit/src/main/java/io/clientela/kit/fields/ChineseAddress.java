package io.clientela.kit.fields;

import io.clientela.kit.fields.Regions.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks down China's divisions along an address written without separators: 北京市朝阳区科技路123号. */
final class ChineseAddress {
    private static final Pattern COUNTRY = Pattern.compile("^(?:中华人民共和国|中国)");
    /** A short name followed by one of these is part of a street's name (南京西路), or of a longer division's. */
    private static final Pattern NOT_A_PLACE =
            Pattern.compile("^(?:[东南西北中一二三四五]?(?:路|街|大道|大街|道|巷|弄|胡同|里|桥)|大厦|广场|村|镇|乡|[省市区县州盟旗])");

    private static final int LONGEST = 15;

    private final CodeList places;
    private final Map<String, List<String>> fullNames = new HashMap<>();
    private final Map<String, List<String>> shortNames = new HashMap<>();
    private final Map<String, List<String>> shortDistricts = new HashMap<>();

    /** For the first two characters of a name the lengths such names have, one bit a length: most texts need no look-up. */
    private final Map<String, Long> lengthsByStart = new HashMap<>();

    ChineseAddress(CodeList places) {
        this.places = places;
        for (CodeItem item : places.items()) {
            if (!item.code().startsWith("CN-")) {
                continue;
            }
            String name = item.label().zh();
            add(fullNames, name, item.code());
            // A district's short name is too often a street's or a building's: it counts only where nothing follows.
            add(item.code().endsWith("00") ? shortNames : shortDistricts, Places.shortName(name), item.code());
        }
    }

    private void add(Map<String, List<String>> names, String name, String code) {
        names.computeIfAbsent(name, none -> new ArrayList<>(1)).add(code);
        lengthsByStart.merge(name.substring(0, 2), 1L << name.length(), (one, other) -> one | other);
    }

    /** From {@code here} (empty: from the top) as deep as the text goes. */
    Place walk(String text, String here, String country) {
        boolean china = here.isEmpty() ? country.isEmpty() || country.equals("CN") : here.startsWith("CN");
        if (!china) {
            return new Place(optional(here), text);
        }
        String readable = Fold.simplified(text);
        int named = country(readable);
        int at = skip(readable, named);
        String place = here.isEmpty() && named > 0 ? "CN" : here;
        while (at < readable.length()) {
            Step step = step(readable, at, place);
            if (step.length() == 0) {
                break;
            }
            place = step.code();
            at = skip(readable, at + step.length());
        }
        return new Place(optional(place), text.substring(at));
    }

    private static int country(String text) {
        Matcher named = COUNTRY.matcher(text);
        return named.find() ? named.end() : 0;
    }

    private Step step(String text, int from, String here) {
        Step full = longest(text, from, here, fullNames, false);
        Step found = full.length() > 0 ? full : longest(text, from, here, shortNames, true);
        return found.length() > 0 || here.isEmpty() ? found : last(text.substring(from), here);
    }

    private Step last(String text, String here) {
        return one(shortDistricts.getOrDefault(text, List.of()), here)
                .map(code -> new Step(code, text.length()))
                .orElse(new Step(here, 0));
    }

    private Step longest(String text, int from, String here, Map<String, List<String>> names, boolean guarded) {
        int most = text.length() - from;
        long lengths = most < 2 ? 0 : lengthsByStart.getOrDefault(text.substring(from, from + 2), 0L);
        for (int length = Math.min(LONGEST, most); lengths != 0 && length >= 2; length--) {
            int end = from + length;
            if ((lengths & (1L << length)) == 0) {
                continue;
            }
            List<String> codes = names.get(text.substring(from, end));
            if (codes == null || (guarded && isStreet(text, end))) {
                continue;
            }
            Optional<String> code = one(codes, here);
            if (code.isPresent()) {
                return new Step(code.get(), length);
            }
        }
        return new Step(here, 0);
    }

    private static boolean isStreet(String text, int end) {
        return NOT_A_PLACE.matcher(text).region(end, text.length()).find();
    }

    /** The highest of the namesakes below {@code here}, if it is alone at its height. */
    private Optional<String> one(List<String> codes, String here) {
        String found = "";
        boolean alone = false;
        for (String code : codes) {
            if (here.isEmpty() || places.within(code, here)) {
                int order = found.isEmpty() ? -1 : Integer.compare(level(code), level(found));
                found = order < 0 ? code : found;
                alone = order < 0 || (order > 0 && alone);
            }
        }
        return alone ? Optional.of(found) : Optional.empty();
    }

    /** Province, city or district by the form of the code; a municipality's district stands as low as any other. */
    private static int level(String code) {
        return code.endsWith("0000") ? 1 : code.endsWith("00") ? 2 : 3;
    }

    private static int skip(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static Optional<String> optional(String code) {
        return code.isEmpty() ? Optional.empty() : Optional.of(code);
    }

    private record Step(String code, int length) {}
}
