package io.clientela.kit.match.names;

import io.clientela.kit.text.Pinyin;
import java.util.List;

/**
 * How well a name in Latin letters fits a Chinese one: its words as pinyin of neighbouring characters, its lines of business
 * and places by meaning, and what is neither by how near it sounds to the brand.
 */
final class PinyinRanking {

    private static final double MEANING = 0.8;
    private static final double PLACE = 0.6;
    private static final double UNCOVERED = 0.3;
    private static final double LEAST_NEAR = 0.4;
    private static final double STRANGE_WORD = 4;
    private static final double BEGINS = 0.2;

    private final Postings postings;
    private final Words asked;

    PinyinRanking(Postings postings, EnterpriseName asked) {
        this.postings = postings;
        this.asked = asked.words();
    }

    double score(EnterpriseName full) {
        List<String> syllables = Pinyin.syllables(full.folded());
        boolean[] covered = new boolean[syllables.size()];
        double value = 0;
        double all = 0;
        for (int i = 0; i < asked.count(); i++) {
            double weight = weight(i);
            all += weight;
            value += weight * fit(i, full, syllables, covered);
        }
        return value / (all + UNCOVERED * uncovered(full, covered));
    }

    private double weight(int word) {
        if (asked.group(word, 0) != 0) {
            double weight = postings.weight(NameFeatures.MEANING + Integer.toString(asked.group(word, 0)));
            return weight * (asked.kind(word) == Kind.PLACE ? PLACE : MEANING);
        }
        double sum = 0;
        for (String syllable : Pinyin.split(asked.text(word))) {
            sum += postings.weight(NameFeatures.SYLLABLE + syllable);
        }
        return sum == 0 ? STRANGE_WORD : sum;
    }

    private double fit(int word, EnterpriseName full, List<String> syllables, boolean[] covered) {
        Words words = full.words();
        if (asked.group(word, 0) != 0) {
            for (int i = 0; i < words.count(); i++) {
                if (asked.sharesGroup(word, words, i)) {
                    return 1;
                }
            }
        }
        String text = asked.text(word);
        if (spelt(text, syllables, covered)) {
            return 1;
        }
        return asked.kind(word) == Kind.TELLING ? near(word, words) : 0;
    }

    /** Marks the neighbouring syllables that together are the word. */
    private static boolean spelt(String word, List<String> syllables, boolean[] covered) {
        for (int from = 0; from < syllables.size(); from++) {
            int at = 0;
            int to = from;
            while (to < syllables.size() && at < word.length() && word.startsWith(typed(syllables.get(to)), at)) {
                at += syllables.get(to).length();
                to++;
            }
            if (at == word.length() && to > from && !covered[from]) {
                for (int i = from; i < to; i++) {
                    covered[i] = true;
                }
                return true;
            }
        }
        return false;
    }

    private double near(int word, Words words) {
        double best = 0;
        for (int i = 0; i < words.count(); i++) {
            if (words.kind(i) == Kind.TELLING) {
                double value = Spelling.likeness(
                        asked.data(),
                        asked.sound(word),
                        asked.soundLength(word),
                        words.data(),
                        words.sound(i),
                        words.soundLength(i));
                boolean begins = asked.data()[asked.sound(word)] == words.data()[words.sound(i)];
                best = Math.max(best, Math.max(0, value - LEAST_NEAR) / (1 - LEAST_NEAR));
                best = Math.max(best, begins ? BEGINS : 0);
            }
        }
        return best;
    }

    private double uncovered(EnterpriseName full, boolean[] covered) {
        Words words = full.words();
        double sum = 0;
        for (int i = 0; i < words.count(); i++) {
            if (words.kind(i) == Kind.BUSINESS && !isAsked(words, i)) {
                sum += postings.weight(NameFeatures.MEANING + Integer.toString(words.group(i, 0))) * MEANING;
            }
        }
        int brand = full.folded().indexOf(full.brand());
        for (int i = Math.max(0, brand); i < brand + full.brand().length() && i < covered.length; i++) {
            sum += covered[i] ? 0 : 1;
        }
        return sum;
    }

    private boolean isAsked(Words words, int word) {
        for (int i = 0; i < asked.count(); i++) {
            if (words.sharesGroup(word, asked, i)) {
                return true;
            }
        }
        return false;
    }

    private static String typed(String syllable) {
        return syllable.replace('v', 'u');
    }
}
