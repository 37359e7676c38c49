package io.clientela.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** What the verbs say, in the language of the environment: Chinese, Spanish or, for everybody else, English. */
final class Words {

    static final String BUNDLE = "io.clientela.cli.words";

    private final ResourceBundle bundle;
    private final Locale locale;

    Words(String language) {
        this.locale = Locale.forLanguageTag(language);
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                "en".equals(language) ? Locale.ROOT : locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Reads the variables themselves: Java looks only at locales the machine has generated. */
    static Words from(Map<String, String> environment) {
        for (String variable : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isBlank()) {
                return new Words(language(value));
            }
        }
        return new Words("en");
    }

    private static String language(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (lower.startsWith("zh")) {
            return "zh";
        }
        return lower.startsWith("es") ? "es" : "en";
    }

    String language() {
        return locale.getLanguage();
    }

    ResourceBundle bundle() {
        return bundle;
    }

    /** The sentence of {@code key} with its arguments; the key itself where nobody wrote one. */
    String of(String key, Object... arguments) {
        try {
            return new MessageFormat(bundle.getString("say." + key), locale).format(arguments);
        } catch (MissingResourceException e) {
            return key;
        }
    }
}
