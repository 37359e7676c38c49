package io.clientela.kit.fields;

import java.util.List;
import java.util.stream.Stream;

/** One text in the three languages of the product; one that says nothing in a language is read in another. */
public record Texts(String zh, String en, String es) {

    /** The text for a language tag, English where that is another; else whichever there is, English before Chinese before Spanish. */
    public String in(String language) {
        String own = switch (language) {
            case "zh" -> zh;
            case "es" -> es;
            default -> en;
        };
        return own.isBlank()
                ? Stream.of(en, zh, es)
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse("")
                : own;
    }

    /** Whether it says nothing in any language. */
    public boolean blank() {
        return said().isEmpty();
    }

    /** What it says, language by language; those without a text of their own are left out. */
    public List<String> said() {
        return Stream.of(zh, en, es).filter(text -> !text.isBlank()).toList();
    }
}
