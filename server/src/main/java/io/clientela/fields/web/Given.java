package io.clientela.fields.web;

import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.fields.Texts;
import io.clientela.kit.text.Tidy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a request says of the catalogue, read with care: what is missing has the usual value. */
final class Given {

    private static final int LONGEST = 1_000;

    private Given() {}

    /** One line without litter, and without what no database holds. */
    static String line(@Nullable String text) {
        return text == null
                ? ""
                : Tidy.line(text.codePoints()
                        .filter(each -> each != 0 && Character.getType(each) != Character.SURROGATE)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    static List<String> lines(@Nullable List<@Nullable String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .limit(LONGEST)
                        .map(Given::line)
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .toList();
    }

    static Texts texts(@Nullable TextsBody texts) {
        return texts == null ? new Texts("", "", "") : new Texts(line(texts.zh()), line(texts.en()), line(texts.es()));
    }

    /** A text in the three languages. */
    record TextsBody(
            @Nullable String zh,
            @Nullable String en,
            @Nullable String es) {}

    static <E extends Enum<E>> E word(Class<E> type, @Nullable String text, E usual, String place) {
        if (text == null) {
            return usual;
        }
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    CommonError.INVALID_VALUES,
                    Map.of(),
                    List.of(new FieldProblem(place, "field_not_offered", Map.of())));
        }
    }

    static boolean yes(@Nullable Boolean value) {
        return Objects.requireNonNullElse(value, false);
    }

    /** The version of an {@code If-Match} such as {@code "7"}; every change of the catalogue says what it was based on. */
    static long version(String tag) {
        String bare = tag.replace("W/", "").replace("\"", "").strip();
        try {
            return Long.parseLong(bare);
        } catch (NumberFormatException e) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
    }
}
