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
 * spreadsheet formulas and error values but {@code long_text}, in which anything may be written, and {@code card}: what goes out into a
 * spreadsheet is guarded there. All are idempotent: a canonical value checked again is the same.
 */
public final class Rules {

    /** Values kept as they were written, whatever a spreadsheet would make of them. */
    private static final Set<String> VERBATIM = Set.of("long_text", "card");

    private static final Map<String, Rule> BY_NAME = rules();

    /** The rule of a field that names another item of the same list. */
    public static final String SIBLING = "sibling";

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

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new TreeMap<>();
        rules.put("text", TextRules::text);
        rules.put("long_text", TextRules::longText);
        rules.put("address", TextRules::text);
        rules.put("card", TextRules::card);
        // Code lists resolve choices; here they only lose their litter.
        rules.put("choice", TextRules::text);
        rules.put("name", TextRules::name);
        rules.put("external_id", TextRules::externalId);
        rules.put("wechat", TextRules::wechat);
        rules.put("customer", TextRules::customer);
        rules.put("attachment", TextRules::attachment);
        rules.put("phone", Phones::phone);
        rules.put("mobile", Phones::mobile);
        rules.put("email", Emails::check);
        rules.put("url", Urls::check);
        rules.put("date", Dates::date);
        rules.put("birth_date", Dates::birthDate);
        rules.put("important_dates", ImportantDates::check);
        // Which item of the same list is meant the gate finds out.
        rules.put(SIBLING, TextRules::text);
        rules.put("number", Numbers::check);
        rules.put("money", Numbers::check);
        rules.put("yes_no", YesNo::check);
        rules.put("document_number", DocumentNumbers::check);
        rules.put("credit_code", CreditCode::check);
        rules.put("tax_id", TaxIds::check);
        rules.put("postal_code", PostalCodes::check);
        rules.put("region", Regions::check);
        rules.put("iban", Iban::check);
        rules.put("lei", Lei::check);
        rules.put("vat", EuVat::check);
        rules.replaceAll((name, rule) -> VERBATIM.contains(name) ? visible(rule) : guarded(rule));
        return Map.copyOf(rules);
    }

    private static Rule visible(Rule rule) {
        return (raw, context) -> Tidy.isBlank(raw) ? Checked.ok("") : rule.check(raw, context);
    }

    private static Rule guarded(Rule rule) {
        return (raw, context) -> {
            String value = Spreadsheets.unwrap(raw);
            if (Tidy.isBlank(value)) {
                return Checked.ok("");
            }
            return Spreadsheets.isFormula(value) ? Checked.refused(Fault.FORMULA) : rule.check(value, context);
        };
    }
}
