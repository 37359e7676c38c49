package io.clientela.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The tables are drawn from ICU; after an update of ICU, draw them again with {@code -Dclientela.tables=draw}.
 */
class HanTablesTest {

    private static final Path RESOURCES = Path.of("src/main/resources/io/clientela/kit/text");

    private static final String HEAD = """
            # Drawn from ICU4J's transliterator %s (CLDR, Unicode License v3, see LICENSE-unicode.txt) by HanTablesTest.
            """;

    @Test
    void tablesAgreeWithIcu() throws IOException {
        check("pinyin.txt", pinyin());
        check("simplified.txt", simplified());
    }

    @Test
    void simplifyingTwiceChangesNothing() {
        for (int c = HanTables.FIRST; c <= HanTables.LAST; c++) {
            int once = HanTables.simplified(c);
            assertThat(HanTables.simplified(once)).isEqualTo(once);
        }
    }

    private static void check(String name, String expected) throws IOException {
        Path file = RESOURCES.resolve(name);
        if ("draw".equals(System.getProperty("clientela.tables"))) {
            Files.writeString(file, expected);
        }
        assertThat(Files.readString(file)).isEqualTo(expected);
    }

    private static String characters() {
        StringBuilder out = new StringBuilder("〇\n");
        for (char c = 0x3400; c <= HanTables.LAST; c++) {
            out.append(c).append('\n');
        }
        return out.toString();
    }

    private static String pinyin() {
        String[] characters = characters().split("\n");
        String[] readings = Transliterator.getInstance("Han-Latin")
                .transliterate(characters())
                .split("\n");
        Map<String, StringBuilder> bySyllable = new TreeMap<>();
        for (int i = 0; i < characters.length; i++) {
            if (!readings[i].equals(characters[i])) {
                bySyllable
                        .computeIfAbsent(withoutTone(readings[i]), s -> new StringBuilder())
                        .append(characters[i]);
            }
        }
        StringBuilder out = new StringBuilder(HEAD.formatted("Han-Latin"));
        bySyllable.forEach((syllable, chars) ->
                out.append(syllable).append('=').append(chars).append('\n'));
        return out.toString();
    }

    private static String withoutTone(String reading) {
        StringBuilder out = new StringBuilder();
        for (char c : Normalizer2.getNFDInstance().normalize(reading).toCharArray()) {
            if (c == '\u0308') {
                out.setCharAt(out.length() - 1, 'v');
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String simplified() {
        String[] characters = characters().split("\n");
        String[] simple = Transliterator.getInstance("Hant-Hans")
                .transliterate(characters())
                .split("\n");
        Map<String, String> pairs = new TreeMap<>();
        for (int i = 0; i < characters.length; i++) {
            // Rare forms outside the basic plane are left alone; 苎 and 苧 are made of each other, so the first stays.
            if (simple[i].length() == 1 && !simple[i].equals(characters[i]) && !characters[i].equals("苎")) {
                pairs.put(characters[i], simple[i]);
            }
        }
        StringBuilder out = new StringBuilder(HEAD.formatted("Hant-Hans"));
        int column = 0;
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            out.append(pair.getKey()).append(pairs.getOrDefault(pair.getValue(), pair.getValue()));
            if (++column % 40 == 0) {
                out.append('\n');
            }
        }
        return out.append('\n').toString();
    }
}
