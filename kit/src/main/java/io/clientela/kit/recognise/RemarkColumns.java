package io.clientela.kit.recognise;

import java.util.List;
import java.util.Map;

/** The columns before the original ones in a sheet of refused rows, in each language; known again when the sheet comes back. */
public final class RemarkColumns {

    private static final List<String> ENGLISH = List.of("row", "field", "code", "reason");
    private static final Map<String, List<String>> HEADINGS = Map.of(
            "en", ENGLISH,
            "zh", List.of("行号", "字段", "代码", "原因"),
            "es", List.of("fila", "campo", "código", "motivo"));

    private RemarkColumns() {}

    public static List<String> headings(String language) {
        return HEADINGS.getOrDefault(language, ENGLISH);
    }

    /** How many columns of a sheet are such; none where it has no others. */
    static int count(List<String> headings) {
        int count = ENGLISH.size();
        return headings.size() > count && HEADINGS.containsValue(headings.subList(0, count)) ? count : 0;
    }
}
