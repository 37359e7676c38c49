package io.clientela.kit.recognise;

import io.clientela.kit.format.Row;
import java.util.regex.Pattern;

/** Knows the rows below a register that hold no record: totals, signatures, page numbers. */
final class Footers {

    private static final Pattern WORDS = Pattern.compile(
            "(合\\s*计|总\\s*计|小\\s*计|共计|(?:制表|填表|审核|复核|批准|经办)(?:人|单位|日期)?|备注|说明|注|日期|第\\s*\\d+\\s*页|共\\s*\\d+\\s*[条页]"
                    + "|grand total|subtotal|total|sum|page \\d+|printed|prepared by|approved by|notes?"
                    + "|total general|suma|p[aá]gina|elaborado por|aprobado por|notas?)(\\s*[:：].*|\\s+.*|[\\d（(].*)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private Footers() {}

    static boolean is(Row row, int columns) {
        String first = "";
        int filled = 0;
        for (String cell : row.cells()) {
            if (!cell.isBlank()) {
                first = filled == 0 ? cell.strip() : first;
                filled++;
            }
        }
        return columns >= 3
                && filled > 0
                && filled <= Math.max(1, columns / 3)
                && WORDS.matcher(first).matches();
    }
}
