package io.clientela.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page's own texts in one language, so that a story is told in each of them without a list of words of its own. */
record PageTexts(String language) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path ROOT =
            Path.of(System.getProperty("clientela.root", "..")).toAbsolutePath();

    /** A text by its key, such as {@code pool.claim}; what it leaves open is given as name, value. */
    String of(String key, String... filled) {
        int dot = key.indexOf('.');
        JsonNode at = room(key.substring(0, dot));
        for (String part : key.substring(dot + 1).split("\\.")) {
            at = at.path(part);
        }
        String text = at.asString("");
        if (text.isEmpty()) {
            throw new AssertionError("no text " + key + " in " + language);
        }
        for (int i = 0; i < filled.length; i += 2) {
            text = text.replace("{{" + filled[i] + "}}", filled[i + 1]);
        }
        return text;
    }

    String locale() {
        return Map.of("zh", "zh-CN", "en", "en-GB", "es", "es-ES").getOrDefault(language, language);
    }

    private JsonNode room(String name) {
        try {
            return JSON.readTree(Files.readString(
                    ROOT.resolve("web/src/app/i18n").resolve(language).resolve(name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
