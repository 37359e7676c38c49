package io.clientela.platform;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Texts of all rooms from {@code messages/<room>_<language>.properties}, in ICU message format with named arguments. */
@Component
public final class Messages {

    public static final List<String> LANGUAGES = List.of("zh", "en", "es");

    private final Map<String, Map<String, String>> byLanguage = new HashMap<>();

    public Messages() {
        for (String language : LANGUAGES) {
            byLanguage.put(language, load(language));
        }
    }

    /** The text of {@code key}; the key itself where nobody wrote one, so that a gap is seen and nothing fails. */
    public String text(String key, String language, Map<String, String> arguments) {
        String pattern = byLanguage
                .getOrDefault(language, byLanguage.getOrDefault("en", Map.of()))
                .get(key);
        if (pattern == null) {
            return key;
        }
        Map<String, Object> named = new HashMap<>(arguments);
        return new MessageFormat(pattern, Locale.forLanguageTag(language)).format(named);
    }

    public boolean has(String key, String language) {
        return byLanguage.getOrDefault(language, Map.of()).containsKey(key);
    }

    /** All keys of a language, for the test that none is missing. */
    public java.util.Set<String> keys(String language) {
        return byLanguage.getOrDefault(language, Map.of()).keySet();
    }

    private static Map<String, String> load(String language) {
        Map<String, String> texts = new HashMap<>();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*_" + language + ".properties")) {
                Properties properties = new Properties();
                try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, value) -> texts.put((String) key, (String) value));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the texts can't be read", e);
        }
        return texts;
    }
}
