package io.clientela.kit.match.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which given names are forms of one another, and the small words of persons' names; general knowledge, read once. */
final class GivenNames {

    static final Set<String> PARTICLES = words("particle");
    static final Set<String> TITLES = words("title");
    /** Surnames as well: titles only where they stand first. */
    static final Set<String> LEADING_TITLES = words("leading_title");
    /** Father or mother of: belongs to the name behind it. */
    static final Set<String> KUNYAS = words("kunya");
    /** Servant of: one name with what follows it. */
    static final Set<String> SERVANTS = words("abd");

    static final List<String> HAN_TITLES = List.copyOf(words("han_title"));
    static final Map<String, String> KOREAN_SURNAMES = pairs("korean_surname");

    private static final int[] NONE = {};
    private static final Map<String, int[]> GROUPS = groups();

    private GivenNames() {}

    /** Numbers of the groups a folded name is in, from 1. */
    static int[] groups(String name) {
        return GROUPS.getOrDefault(name, NONE);
    }

    private static Map<String, int[]> groups() {
        Map<String, List<Integer>> lists = new HashMap<>();
        int number = 0;
        for (String line : WordTable.lines("nicknames.txt")) {
            number++;
            for (String name : line.split(" ")) {
                List<Integer> groups = lists.computeIfAbsent(name, none -> new ArrayList<>(2));
                if (!groups.contains(number)) {
                    groups.add(number);
                }
            }
        }
        Map<String, int[]> groups = new HashMap<>();
        lists.forEach((name, list) ->
                groups.put(name, list.stream().mapToInt(Integer::intValue).toArray()));
        return groups;
    }

    private static Set<String> words(String kind) {
        return Set.copyOf(WordTable.items(WordTable.entries("small_words.txt").getOrDefault(kind, "")));
    }

    private static Map<String, String> pairs(String kind) {
        Map<String, String> pairs = new HashMap<>();
        for (String item : WordTable.items(WordTable.entries("small_words.txt").getOrDefault(kind, ""))) {
            int space = item.indexOf(' ');
            pairs.put(item.substring(0, space), item.substring(space + 1));
        }
        return Map.copyOf(pairs);
    }
}
