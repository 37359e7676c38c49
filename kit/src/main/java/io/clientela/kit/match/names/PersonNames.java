package io.clientela.kit.match.names;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How alike two persons' names are, in any scripts and any order of words: 1 the same, 0 nothing in common. */
public final class PersonNames {

    /** A name of the one that the other lacks counts less than one that stands against another. */
    private static final float LEFT_OUT = 0.3f;

    private static final float CONFLICT = 2;
    private static final float ALONE = 0.8f;
    private static final float REVERSED = 0.7f;
    private static final float WRITTEN_TOGETHER = 0.96f;
    private static final float ONE_SLIP = 1.05f;
    private static final float CUT_OFF = 0.75f;

    private PersonNames() {}

    /** Prepares a name; costs microseconds, comparing two prepared ones about one. */
    public static PersonName parse(String raw) {
        return PersonWords.of(raw);
    }

    /** {@link #likeness} of two names as they are written, for names in two scripts. */
    public static double acrossScripts(String one, String other) {
        return likeness(parse(one), parse(other));
    }

    /** The same whichever comes first. */
    public static double likeness(PersonName one, PersonName other) {
        if (!one.syllabic().isEmpty() && sameScript(one.syllabic(), other.syllabic())) {
            return syllabic(one.syllabic(), other.syllabic());
        }
        boolean inOrder = Arrays.compare(one.words().data(), other.words().data()) <= 0;
        Words a = (inOrder ? one : other).words();
        Words b = (inOrder ? other : one).words();
        if (a.count() == 0 || b.count() == 0) {
            return 0;
        }
        Alignment found = Alignment.mine().run(a, b, one.isVowelless() != other.isVowelless());
        if (found.pairs == 0) {
            return together(a, b);
        }
        float conflict = Math.min(found.loneA, found.loneB);
        float extra = Math.abs(found.loneA - found.loneB);
        float cut = conflict > 0 && found.tellingPairs > 1 ? cutOff(found, a, b) : 0;
        float leftOut = found.tellingPairs > 1 || found.weight >= 1.4f ? LEFT_OUT : ALONE;
        float value = cut > 0
                ? (found.matched + cut * conflict) / (found.weight + conflict + leftOut * extra)
                : found.matched / (found.weight + CONFLICT * conflict + leftOut * extra);
        value *= found.crossed && hasFather(a) && hasFather(b) ? REVERSED : 1;
        return a.count() == b.count() ? value : Math.max(value, together(a, b));
    }

    /** The last word of one as the beginning of the other's: a column was too narrow. */
    private static float cutOff(Alignment found, Words a, Words b) {
        int i = a.count() - 1;
        int j = b.count() - 1;
        if (!found.loneInA(i) || !found.loneInB(j) || Math.min(a.length(i), b.length(j)) < 2) {
            return 0;
        }
        return a.begins(i, b, j) || b.begins(j, a, i) ? CUT_OFF : 0;
    }

    private static boolean hasFather(Words words) {
        for (int i = 0; i < words.count(); i++) {
            if (words.kind(i) == Kind.SMALL) {
                String text = words.text(i);
                if (text.equals("bin") || text.equals("ben") || text.equals("ibn") || text.equals("bint")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** All letters in a row, for names whose words are put together or apart. */
    private static float together(Words a, Words b) {
        byte[] x = letters(a);
        byte[] y = letters(b);
        float value = Spelling.likeness(x, 0, x.length, y, 0, y.length);
        return value >= 1 - ONE_SLIP / Math.max(x.length, y.length) ? WRITTEN_TOGETHER * value : 0;
    }

    private static byte[] letters(Words words) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < words.count(); i++) {
            all.append(words.text(i));
        }
        return all.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean sameScript(String one, String other) {
        return !other.isEmpty() && Romanisation.isHangul(one.charAt(0)) == Romanisation.isHangul(other.charAt(0));
    }

    /** Each character is a syllable and says more than a letter: one in three is another name. */
    private static double syllabic(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        int longer = Math.max(one.length(), other.length());
        int distance = distance(one, other);
        return Math.max(0, 1 - 1.25 * distance / longer);
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int cost = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], above) + 1, diagonal + cost);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
