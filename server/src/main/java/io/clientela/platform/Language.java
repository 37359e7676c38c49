package io.clientela.platform;

import java.util.Locale;

/** The product's languages in a request: {@code zh}, {@code en} or {@code es}. */
public final class Language {

    private Language() {}

    /** The first language of an Accept-Language header that we speak, else {@code otherwise}. */
    public static String accepted(String header, String otherwise) {
        for (String part : header.split(",")) {
            String tag = part.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
            String language = tag.split("-", -1)[0];
            if (Messages.LANGUAGES.contains(language)) {
                return language;
            }
        }
        return otherwise;
    }
}
