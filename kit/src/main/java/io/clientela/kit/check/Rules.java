package io.clientela.kit.check;

import io.clientela.kit.text.Tidy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every rule a field of the catalogue can name.
 *
 * <p>A rule given nothing visible (no-break spaces, a byte order mark) answers {@code Ok("")}: there is no value. All refuse
 * spreadsheet formulas and error values. All are idempotent: a canonical value checked again is the same.
 */
public final class Rules {

    private static final Map<String, Rule> BY_NAME = new TreeMap<>();

    static {
        Rule text = (raw, context) -> Checked.ok(Tidy.line(raw));
        for (String name :
                "text name phone mobile email url date birth_date number money yes_no document_number credit_code tax_id postal_code wechat external_id region address iban lei vat choice"
                        .split(" ")) {
            BY_NAME.put(name, text);
        }
        BY_NAME.put("long_text", (raw, context) -> Checked.ok(Tidy.lines(raw)));
    }

    private Rules() {}

    /**
     * @throws IllegalArgumentException when there is no rule of that name
     */
    public static Rule named(String name) {
        Rule rule = BY_NAME.get(name);
        if (rule == null) {
            throw new IllegalArgumentException("no rule named " + name + "; there are " + BY_NAME.keySet());
        }
        return rule;
    }

    public static Set<String> names() {
        return Set.copyOf(BY_NAME.keySet());
    }

    /** Nothing visible in it: the field has no value. */
    public static boolean isBlank(String raw) {
        return Tidy.isBlank(raw);
    }

    /** The problem with a canonical value longer than its field holds, in characters as people count them. */
    public static Optional<Problem> tooLong(String value, int maxLength) {
        if (value.length() <= maxLength) {
            return Optional.empty();
        }
        int length = value.codePointCount(0, value.length());
        return length <= maxLength
                ? Optional.empty()
                : Optional.of(Problem.of(
                        Fault.TOO_LONG, "expected", Integer.toString(maxLength), "found", Integer.toString(length)));
    }
}
