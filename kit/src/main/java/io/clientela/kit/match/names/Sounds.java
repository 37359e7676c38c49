package io.clientela.kit.match.names;

/**
 * One spelling for what sounds alike in the languages names come from, so that Sergey, Sergej and Sergei are one. Coarser than
 * Metaphone, since it must not depend on one language; what it leaves is compared letter by letter.
 */
final class Sounds {

    private Sounds() {}

    /** Of one folded Latin word; other characters stay as they are. */
    static String of(String word) {
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); ) {
            i += step(word, i, out);
        }
        return out.isEmpty() ? word : out.toString();
    }

    /** Consonants only, as far as scripts without vowels write them; voicing aside. */
    static String skeleton(String sound) {
        StringBuilder out = new StringBuilder(sound.length());
        for (int i = 0; i < sound.length(); i++) {
            char c = sound.charAt(i);
            char kept = switch (c) {
                case 'a', 'e', 'i', 'o', 'u' -> 0;
                case 'v' -> out.isEmpty() ? 'b' : 0;
                case 'p' -> 'b';
                case 'z', 'c' -> 's';
                case 'g' -> 'j';
                default -> c;
            };
            if (kept != 0 && (out.isEmpty() || out.charAt(out.length() - 1) != kept)) {
                out.append(kept);
            }
        }
        return out.toString();
    }

    private static int step(String word, int at, StringBuilder out) {
        char c = word.charAt(at);
        char next = at + 1 < word.length() ? word.charAt(at + 1) : 0;
        return switch (c) {
            case 'a', 'e', 'i', 'o', 'u', 'y' -> vowel(word, at, c, next, out);
            case 's' -> sibilant(word, at, next, out);
            case 't' -> dental(word, at, next, out);
            case 'c' -> see(word, at, next, out);
            case 'p' -> next == 'h' ? put(out, 'f', 2) : put(out, 'p', 1);
            case 'k' -> next == 'h' ? put(out, 'h', 2) : put(out, 'k', 1);
            case 'g' -> next == 'h' ? put(out, 'g', 2) : put(out, 'g', 1);
            case 'd' ->
                next == 'j' || (next == 'z' && at + 2 < word.length() && word.charAt(at + 2) == 'h')
                        ? put(out, 'j', next == 'j' ? 2 : 3)
                        : put(out, 'd', next == 'h' ? 2 : 1);
            case 'b' -> put(out, 'b', next == 'h' ? 2 : 1);
            case 'z' -> next == 'h' ? put(out, 'j', 2) : put(out, 'z', 1);
            case 'j' -> at > 0 && isVowel(word.charAt(at - 1)) && !isVowel(next) ? put(out, 'i', 1) : put(out, 'j', 1);
            case 'q' -> put(out, 'k', next == 'u' ? 2 : 1);
            case 'x' -> at == 0 ? put(out, 's', 1) : put(put(out, 'k'), 's', 1);
            case 'w' -> put(out, 'v', 1);
            // Wade-Giles writes hs where pinyin has x.
            case 'h' -> at == 0 && next == 's' ? put(out, 's', 2) : at + 1 == word.length() ? 1 : put(out, 'h', 1);
            default -> put(out, c, 1);
        };
    }

    private static int vowel(String word, int at, char c, char next, StringBuilder out) {
        if (c == 'y' && isVowel(next) && (at == 0 || isVowel(word.charAt(at - 1)))) {
            return put(out, 'i', 1);
        }
        boolean closed = at + 2 >= word.length() || !isVowel(word.charAt(at + 2));
        if ((next == 'h' || next == 'j') && !closed) {
            // The consonant begins the next syllable: Mu-hammad, Sa-ja.
            return put(out, c == 'y' ? 'i' : c, 1);
        }
        String pair = "" + c + next;
        return switch (pair) {
            case "ou", "oo", "eu", "uh", "ue", "uu" -> put(out, 'u', 2);
            case "ee", "ie", "ei", "ey", "ai", "ay", "iy", "ii", "yi", "ij", "ej", "aj", "ae" -> put(out, 'i', 2);
            case "eo", "oe", "au", "aw", "oh", "ow" -> put(out, 'o', 2);
            case "aa", "ah" -> put(out, 'a', 2);
            default -> put(out, c == 'y' ? 'i' : c, 1);
        };
    }

    private static int sibilant(String word, int at, char next, StringBuilder out) {
        if (word.startsWith("sch", at)) {
            return put(out, 's', 3);
        }
        return put(out, 's', next == 'h' || next == 'z' ? 2 : next == 'c' && isFront(word, at + 2) ? 2 : 1);
    }

    private static int dental(String word, int at, char next, StringBuilder out) {
        if (word.startsWith("tsch", at)) {
            return put(out, 'c', 4);
        }
        if (word.startsWith("tch", at)) {
            return put(out, 'c', 3);
        }
        if (next == 's' || next == 'z') {
            return put(out, 'z', 2);
        }
        return put(out, 't', next == 'h' ? 2 : 1);
    }

    private static int see(String word, int at, char next, StringBuilder out) {
        if (next == 'h') {
            return put(out, 'c', 2);
        }
        if (next == 'k') {
            return put(out, 'k', 2);
        }
        if (next == 'z') {
            return put(out, 'c', 2);
        }
        return put(out, isFront(word, at + 1) ? 's' : 'k', 1);
    }

    private static boolean isFront(String word, int at) {
        return at < word.length() && (word.charAt(at) == 'e' || word.charAt(at) == 'i' || word.charAt(at) == 'y');
    }

    static boolean isVowel(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
    }

    private static StringBuilder put(StringBuilder out, char c) {
        if (out.isEmpty() || out.charAt(out.length() - 1) != c) {
            out.append(c);
        }
        return out;
    }

    private static int put(StringBuilder out, char c, int consumed) {
        put(out, c);
        return consumed;
    }
}
