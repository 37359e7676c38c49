package io.clientela.kit.match;

import io.clientela.kit.text.Names;
import io.clientela.kit.text.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A person's name taken apart for comparing.
 *
 * @param given folded, titles off
 * @param family folded; both surnames of a Spanish name
 */
record PersonName(String given, String family) {

    /** Forms of address, folded; source: CLDR person names and common letters in the three languages. */
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "sir",
            "dame",
            "rev",
            "mister",
            "madam",
            "jr",
            "sr",
            "sra",
            "srta",
            "senor",
            "senora",
            "senorita",
            "don",
            "dona",
            "dna",
            "lic",
            "ing",
            "d",
            "esq",
            "phd",
            "md");

    private static final List<String> HAN_TITLES = List.of("先生", "女士", "小姐", "太太", "老师", "同志", "夫人", "教授", "医生");

    /** Spanish and Portuguese names of four words have two surnames. */
    private static final int TWO_SURNAMES = 4;

    static PersonName of(String whole, String given, String family) {
        String g = bare(Names.fold(given));
        String f = bare(Names.fold(family));
        if (!g.isEmpty() && !f.isEmpty()) {
            return new PersonName(g, f);
        }
        PersonName split = split(whole);
        if (g.isEmpty() && f.isEmpty()) {
            return split;
        }
        // One part alone: the whole name may say more, or be no more than that part.
        boolean more =
                !split.given.isEmpty() && !split.family.isEmpty() && (split.given.equals(g) || split.family.equals(f));
        return more ? split : new PersonName(g, f);
    }

    private static PersonName split(String whole) {
        int comma = whole.indexOf(',');
        if (comma > 0) {
            return new PersonName(
                    bare(Names.fold(whole.substring(comma + 1))), bare(Names.fold(whole.substring(0, comma))));
        }
        String folded = bare(Names.fold(whole));
        if (Scripts.hasHan(folded)) {
            return han(folded);
        }
        String[] words = folded.split(" ", -1);
        if (words.length == 1) {
            return new PersonName(folded, "");
        }
        int family = words.length >= TWO_SURNAMES ? 2 : 1;
        return new PersonName(join(words, 0, family), join(words, family, words.length));
    }

    /** Beside a Latin nickname the Chinese characters are the name. */
    private static PersonName han(String folded) {
        StringBuilder characters = new StringBuilder();
        for (int i = 0; i < folded.length(); i++) {
            if (Scripts.isHan(folded.charAt(i))) {
                characters.append(folded.charAt(i));
            }
        }
        String name = characters.isEmpty() ? folded : characters.toString();
        int surname = Names.surnameLength(name);
        return new PersonName(name.substring(surname), name.substring(0, surname));
    }

    private static String bare(String folded) {
        if (Scripts.hasHan(folded)) {
            for (String title : HAN_TITLES) {
                if (folded.endsWith(title) && folded.length() > title.length()) {
                    return folded.substring(0, folded.length() - title.length());
                }
            }
            return folded;
        }
        if (folded.indexOf(' ') < 0) {
            return folded;
        }
        List<String> words = new ArrayList<>(List.of(folded.split(" ", -1)));
        while (words.size() > 1 && TITLES.contains(words.getFirst())) {
            words.removeFirst();
        }
        while (words.size() > 1 && TITLES.contains(words.getLast())) {
            words.removeLast();
        }
        return String.join(" ", words);
    }

    private static String join(String[] words, int from, int to) {
        return String.join(" ", List.of(words).subList(from, to));
    }
}
