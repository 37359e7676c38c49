package io.clientela.kit.fields;

/** One text in the three languages of the product. */
public record Texts(String zh, String en, String es) {

    /** The text for a language tag; English where the language is another. */
    public String in(String language) {
        return switch (language) {
            case "zh" -> zh;
            case "es" -> es;
            default -> en;
        };
    }
}
