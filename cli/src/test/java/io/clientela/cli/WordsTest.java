package io.clientela.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static final Pattern SAID =
            Pattern.compile("(?:\\.say\\(|words(?:\\(\\))?\\.of\\(|new Trouble\\()\\s*\"([a-z_0-9]*[a-z0-9])\"");
    private static final Pattern DESCRIBED = Pattern.compile("descriptionKey = \"([a-z-]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"zh", "es"})
    void everyLanguageHasEveryKey(String language) {
        assertThat(new Words(language).bundle().keySet())
                .containsExactlyInAnyOrderElementsOf(new Words("en").bundle().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "es"})
    void noLanguageBorrowsFromAnother(String language) {
        Words here = new Words(language);
        Words english = new Words("en");
        Set<String> same = new TreeSet<>();
        for (String key : here.bundle().keySet()) {
            if (!key.equals("say.worded")
                    && here.bundle().getString(key).equals(english.bundle().getString(key))) {
                same.add(key);
            }
        }
        assertThat(same).isEmpty();
    }

    @Test
    void everyWordThatIsSaidStandsInTheFiles() throws IOException {
        Set<String> said = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    (Iterable<Path>) sources.filter(file -> file.toString().endsWith(".java"))::iterator) {
                String text = Files.readString(source);
                collect(SAID.matcher(text), "say.", said);
                collect(DESCRIBED.matcher(text), "", said);
            }
        }
        assertThat(said).hasSizeGreaterThan(40);
        assertThat(new Words("en").bundle().keySet()).containsAll(said);
    }

    @ParameterizedTest
    @CsvSource({
        "zh_CN.UTF-8, zh",
        "es_ES.UTF-8, es",
        "es, es",
        "C.UTF-8, en",
        "de_DE, en",
        "ZH_TW, zh",
    })
    void readsTheLanguageOfTheEnvironment(String value, String language) {
        assertThat(Words.from(Map.of("LANG", value)).language()).isEqualTo(language);
        assertThat(Words.from(Map.of("LANG", "de", "LC_ALL", value)).language()).isEqualTo(language);
    }

    private static void collect(Matcher matcher, String prefix, Set<String> found) {
        while (matcher.find()) {
            found.add(prefix + matcher.group(1));
        }
    }
}
