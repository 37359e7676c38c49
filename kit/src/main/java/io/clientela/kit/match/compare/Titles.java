package io.clientela.kit.match.compare;

import io.clientela.kit.text.Names;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Names of enterprises, compared by their words. */
public final class Titles {

    private static final double SIMILAR = 0.88;

    private Titles() {}

    public static TitleLevel compare(String a, String b) {
        String x = Names.fold(a);
        String y = Names.fold(b);
        if (x.equals(y)) {
            return TitleLevel.EQUAL;
        }
        Set<String> one = new HashSet<>(Arrays.asList(x.split(" ", -1)));
        Set<String> other = new HashSet<>(Arrays.asList(y.split(" ", -1)));
        if (one.equals(other)) {
            return TitleLevel.CORE;
        }
        if (one.containsAll(other) || other.containsAll(one)) {
            return TitleLevel.SHORT;
        }
        if (Edits.distance(x, y, 2) <= 2 || Edits.jaroWinkler(x, y) >= SIMILAR) {
            return TitleLevel.SIMILAR;
        }
        return TitleLevel.DIFFERENT;
    }

    /** Texts under which other names of the enterprise may be found. */
    public static Set<String> keys(String title) {
        Set<String> keys = new HashSet<>();
        for (String word : Names.fold(title).split(" ", -1)) {
            if (word.length() > 3) {
                keys.add(word.substring(0, 4));
            }
        }
        keys.add(Names.fold(title));
        return keys;
    }
}
