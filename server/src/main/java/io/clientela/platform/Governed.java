package io.clientela.platform;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A setting that may be changed while the product runs, declared by the room that reads it. Its texts are
 * {@code setting.<key>} and {@code setting.<key>.explained}.
 *
 * @param usual what holds while nobody has said anything
 * @param least of a number, the least that fits; of a text, its fewest characters; of a list likewise
 * @param most likewise
 * @param choices what one may choose from, in that order; empty where it isn't a choice
 */
public record Governed(String key, Form form, String usual, long least, long most, List<String> choices) {

    private static final int LONGEST_LIST = 10_000;
    private static final String CODE = "[\\p{L}\\p{N}._:-]{0,60}";
    private static final Pattern CODES = Pattern.compile("(?:" + CODE + ")(?:[,>]" + CODE + ")*");

    /** How a setting is written down; a list is codes parted by commas, of which two may be joined by {@code >}. */
    public enum Form {
        TEXT,
        NUMBER,
        CHOICE,
        LIST
    }

    public Governed {
        choices = List.copyOf(choices);
    }

    public static Governed number(String key, long usual, long least, long most) {
        return new Governed(key, Form.NUMBER, Long.toString(usual), least, most, List.of());
    }

    public static Governed text(String key, String usual, int most) {
        return new Governed(key, Form.TEXT, usual, 0, most, List.of());
    }

    public static Governed choice(String key, String usual, List<String> choices) {
        return new Governed(key, Form.CHOICE, usual, 0, 0, choices);
    }

    /** What its codes may be is said by {@link SettingGroup#offered}, since it may change while the product runs. */
    public static Governed list(String key, List<String> usual) {
        return new Governed(key, Form.LIST, String.join(",", usual), 0, LONGEST_LIST, List.of());
    }

    /** Whether a value may stand there. */
    public boolean fits(String value) {
        return switch (form) {
            case TEXT -> value.length() >= least && value.length() <= most && value.indexOf('\0') < 0;
            case CHOICE -> choices.contains(value);
            case NUMBER -> number(value).isPresent();
            case LIST -> value.length() <= most && CODES.matcher(value).matches();
        };
    }

    private OptionalLong number(String value) {
        try {
            long number = Long.parseLong(value);
            return number >= least && number <= most ? OptionalLong.of(number) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
