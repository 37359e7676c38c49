package io.clientela.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page's own texts in one language, so that a story is told once and runs in each. */
record Texts(String language) {

    private static final Path FILES = Path.of(System.getProperty("clientela.root", ".."), "web", "src", "app", "i18n")
            .toAbsolutePath();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> LOCALES = Map.of("zh", "zh-CN", "en", "en-GB", "es", "es-ES");

    /** One language in the plain run, all in the soak. */
    static List<Texts> of(String plain) {
        return Boolean.getBoolean("clientela.soak")
                ? List.of(new Texts("zh"), new Texts("en"), new Texts("es"))
                : List.of(new Texts(plain));
    }

    String locale() {
        return LOCALES.getOrDefault(language, language);
    }

    /** A text by its key, with {@code {{name}}} filled in from pairs of name and value. */
    String text(String key, String... filled) {
        String[] parts = key.split("\\.");
        try {
            JsonNode node =
                    JSON.readTree(Files.readString(FILES.resolve(language).resolve(parts[0] + ".json")));
            for (int i = 1; i < parts.length; i++) {
                node = node.path(parts[i]);
            }
            String text = node.asString("");
            if (text.isEmpty()) {
                throw new AssertionError("no text " + key + " in " + language);
            }
            for (int i = 0; i < filled.length; i += 2) {
                text = text.replace("{{" + filled[i] + "}}", filled[i + 1]);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return language;
    }
}
