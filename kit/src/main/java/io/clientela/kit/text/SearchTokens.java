package io.clientela.kit.text;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What a record is found by, as tokens for one {@code text[]} column with a GIN index, and what a query needs of it.
 *
 * <p>Why these: a person has about 30 tokens (Chinese) to 60 (four Spanish names, phone, e-mail), which keeps one index over
 * millions of files small. Chinese is cut in twos, and in single characters in names of up to four; other scripts in twos
 * and threes inside a word, so that a query of three letters or more asks for the rarer threes only. Pinyin costs two tokens
 * a character: whole syllables and pairs of initials; a half-typed syllable is spelt out by the query, not stored. What a name
 * is as a whole and what its words begin with are tokens too, so that the best of many are found without reading all. Phones
 * are cut in fours. Document numbers have no tokens ever. Tokens only find candidates: {@link Query} rechecks them.
 */
public final class SearchTokens {

    /** A longer name is cut here; nobody finds a file by the hundredth letter of a name. */
    private static final int LONGEST_NAME = 100;

    private static final int LONGEST_LOCAL_PART = 32;
    private static final int SHORT_NAME = 4;

    private SearchTokens() {}

    /** Tokens of a name of any kind of customer; the collector may get one twice. */
    public static void ofName(String name, Consumer<String> collector) {
        String folded = Names.fold(cut(name, LONGEST_NAME));
        Grams.of(Grams.NAME, folded, 2, collector);
        if (Scripts.hasHan(folded)) {
            ofHan(folded, collector);
        }
        NameTiers.ofName(folded, collector);
        boolean isShort = folded.codePointCount(0, folded.length()) <= SHORT_NAME;
        for (String word : folded.split(" ", -1)) {
            for (String run : Query.runs(word)) {
                if (!Scripts.isUnspaced(run.codePointAt(0))) {
                    Grams.of(Grams.NAME, run, 3, collector);
                } else if (isShort || run.codePointCount(0, run.length()) == 1) {
                    Grams.of(Grams.NAME, run, 1, collector);
                }
            }
        }
    }

    /** Tokens of a phone in E.164 or, where the country is unknown, as bare digits; the extension has none. */
    public static void ofPhone(String phone, Consumer<String> collector) {
        Grams.of(Grams.TELEPHONE, PhoneDigits.national(phone), 4, collector);
    }

    /** Tokens of an e-mail address. */
    public static void ofEmail(String email, Consumer<String> collector) {
        String lower = email.toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        String local = at < 0 ? lower : lower.substring(0, at);
        Grams.of(Grams.EMAIL, cut(local, LONGEST_LOCAL_PART), 3, collector);
        if (at >= 0 && at + 1 < lower.length()) {
            collector.accept(Grams.DOMAIN + lower.substring(at + 1));
        }
    }

    /** What a search box's text asks for; empty when it is too short to be looked up. */
    public static Query query(String text) {
        return Query.of(text);
    }

    private static void ofHan(String folded, Consumer<String> collector) {
        List<String> syllables = Pinyin.syllables(folded);
        for (int i = 0; i < syllables.size(); i++) {
            String syllable = PinyinQuery.typed(syllables.get(i));
            collector.accept(Grams.SYLLABLE + syllable);
            if (i > 0) {
                collector.accept(Grams.INITIALS + syllables.get(i - 1).substring(0, 1) + syllable.charAt(0));
            }
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
