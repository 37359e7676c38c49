package io.clientela.kit.match.names;

import io.clientela.kit.text.Names;
import io.clientela.kit.text.Pinyin;
import io.clientela.kit.text.Scripts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a person's name apart: titles, particles, patronymics, initials, and what is left. */
final class PersonWords {

    private static final Pattern PATRONYMIC = Pattern.compile(
            ".{2,}(?:ovich|evich|ovitch|evitch|ovych|evych|yevich|ovic|ovna|evna|ivna|yivna|oglu|kyzy|qizi)");
    private static final Pattern SERVANT = Pattern.compile("abd(?:ul|el|al|ol|il|ur|us|oul|ool|oel|u|e)?(?=.{3})");
    private static final float SMALL = 0.05f;
    private static final float INITIAL = 0.3f;
    private static final float PATRONYMIC_WEIGHT = 0.6f;
    private static final float[] BY_LENGTH = {0, INITIAL, 0.65f, 0.85f, 1};
    private static final int[] NO_GROUPS = {};

    private PersonWords() {}

    static PersonName of(String raw) {
        String folded = Names.fold(raw);
        boolean han = Scripts.isAllHan(folded);
        if (han) {
            folded = withoutTitle(folded);
        }
        boolean hangul = !folded.isEmpty() && folded.chars().allMatch(c -> c == ' ' || Romanisation.isHangul((char) c));
        List<String> words = han ? chinese(folded) : servants(split(Romanisation.of(folded)));
        return new PersonName(
                build(withoutTitles(words)),
                han || hangul ? folded.replace(" ", "") : "",
                Romanisation.isVowelless(raw));
    }

    private static String withoutTitle(String folded) {
        for (String title : GivenNames.HAN_TITLES) {
            if (folded.endsWith(title) && folded.length() > title.length()) {
                return folded.substring(0, folded.length() - title.length());
            }
        }
        return folded;
    }

    /** Surname, then the given name as one word, as it is written in Latin letters. */
    private static List<String> chinese(String folded) {
        List<String> syllables = Pinyin.syllables(folded);
        int surname = folded.length() == 4 ? 2 : 1;
        if (syllables.size() < 2 || syllables.size() <= surname) {
            return syllables;
        }
        return List.of(
                String.join("", syllables.subList(0, surname)).replace('v', 'u'),
                String.join("", syllables.subList(surname, syllables.size())).replace('v', 'u'));
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    /** Abd al-Rahman, Abdul Rahman and Abdurrahman are one name in one word. */
    private static List<String> servants(List<String> words) {
        List<String> out = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (GivenNames.SERVANTS.contains(word) && i + 1 < words.size()) {
                boolean article = words.get(i + 1).length() == 2 && i + 2 < words.size();
                i += article ? 2 : 1;
                out.add("abd" + words.get(i));
            } else {
                out.add(SERVANT.matcher(word).replaceFirst("abd"));
            }
        }
        return out;
    }

    private static List<String> withoutTitles(List<String> words) {
        int from = 0;
        int to = words.size();
        while (to - from > 1
                && (GivenNames.TITLES.contains(words.get(from))
                        || (to - from > 2 && GivenNames.LEADING_TITLES.contains(words.get(from))))) {
            from++;
        }
        while (to - from > 2
                && GivenNames.TITLES.contains(words.get(to - 1))
                && words.get(to - 1).length() > 1) {
            to--;
        }
        return words.subList(from, to);
    }

    private static Words build(List<String> words) {
        Words.Builder out = new Words.Builder();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (isSmall(words, i)) {
                out.add(word, Kind.SMALL, SMALL, NO_GROUPS);
            } else if (word.length() == 1) {
                out.add(word, Kind.INITIAL, INITIAL, NO_GROUPS);
            } else if (PATRONYMIC.matcher(word).matches() && words.size() > 2) {
                out.add(word, Kind.PATRONYMIC, PATRONYMIC_WEIGHT, NO_GROUPS);
            } else {
                float weight = BY_LENGTH[Math.min(word.length(), BY_LENGTH.length - 1)];
                out.add(word, Kind.TELLING, weight, GivenNames.groups(word));
            }
        }
        return out.build();
    }

    /** A particle needs a name behind it; a Ben in front is a Benjamin. */
    private static boolean isSmall(List<String> words, int at) {
        String word = words.get(at);
        return at + 1 < words.size()
                && (GivenNames.KUNYAS.contains(word)
                        || (GivenNames.PARTICLES.contains(word) && (at > 0 || GivenNames.groups(word).length == 0)));
    }
}
