package io.clientela.kit.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One reading and one simplified form for each common Chinese character, read once from tables drawn from ICU (CLDR's
 * Han-Latin and Hant-Hans): ICU's own transliterators take three seconds to load and microseconds a character.
 */
final class HanTables {

    static final int FIRST = 0x3007;
    static final int LAST = 0x9FFF;

    private static final String[] SYLLABLES;
    private static final short[] READING = new short[LAST - FIRST + 1];
    private static final char[] SIMPLIFIED = new char[LAST - FIRST + 1];
    private static final Set<String> KNOWN;

    static {
        List<String> syllables = new ArrayList<>();
        syllables.add("");
        for (String line : lines("pinyin.txt")) {
            int equals = line.indexOf('=');
            String chars = line.substring(equals + 1);
            for (int i = 0; i < chars.length(); i++) {
                READING[chars.charAt(i) - FIRST] = (short) syllables.size();
            }
            syllables.add(line.substring(0, equals));
        }
        SYLLABLES = syllables.toArray(new String[0]);
        KNOWN = new TreeSet<>(syllables.subList(1, syllables.size()));
        for (int i = 0; i < SIMPLIFIED.length; i++) {
            SIMPLIFIED[i] = (char) (FIRST + i);
        }
        for (String line : lines("simplified.txt")) {
            for (int i = 0; i + 1 < line.length(); i += 2) {
                SIMPLIFIED[line.charAt(i) - FIRST] = line.charAt(i + 1);
            }
        }
    }

    private HanTables() {}

    /** Syllable without tone, ü as v; empty where none is known. */
    static String reading(int codePoint) {
        return codePoint < FIRST || codePoint > LAST ? "" : SYLLABLES[READING[codePoint - FIRST]];
    }

    static int simplified(int codePoint) {
        return codePoint < FIRST || codePoint > LAST ? codePoint : SIMPLIFIED[codePoint - FIRST];
    }

    /** Every syllable some character is read as, in order. */
    static Set<String> syllables() {
        return Set.copyOf(KNOWN);
    }

    static boolean isSyllable(String letters) {
        return KNOWN.contains(letters);
    }

    private static List<String> lines(String name) {
        try (InputStream in = HanTables.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
