package io.clientela.fields;

import io.clientela.kit.fields.Field.Search;
import io.clientela.kit.fields.FieldType;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a field of the house's own may be.
 *
 * @param rules checks its values may go through, the usual one first
 * @param searches how it may take part in search
 * @param longest most characters it may allow
 * @param ordered whether lists may be sorted by it
 * @param compared whether lists may be filtered by it
 */
public record Offered(
        FieldType type, List<String> rules, Set<Search> searches, int longest, boolean ordered, boolean compared) {

    private static final Map<FieldType, Offered> BY_TYPE = offered();

    /** Types a value of which may be read as one of another type without being another value. */
    private static final Map<FieldType, Set<FieldType>> WIDER = Map.of(
            FieldType.TEXT, EnumSet.of(FieldType.LONG_TEXT),
            FieldType.ADDRESS, EnumSet.of(FieldType.TEXT, FieldType.LONG_TEXT),
            FieldType.EMAIL, EnumSet.of(FieldType.TEXT),
            FieldType.URL, EnumSet.of(FieldType.TEXT),
            FieldType.PHONE, EnumSet.of(FieldType.TEXT),
            FieldType.NUMBER, EnumSet.of(FieldType.MONEY),
            FieldType.MONEY, EnumSet.of(FieldType.NUMBER),
            FieldType.CHOICE, EnumSet.of(FieldType.CHOICES));

    /** In the order in which they are offered. */
    public static List<Offered> all() {
        return List.copyOf(BY_TYPE.values());
    }

    /** Empty for a type only the product's own fields have. */
    public static Optional<Offered> of(FieldType type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** Whether a field that has values may become one of another type. */
    public static boolean mayBecome(FieldType from, FieldType to) {
        return from == to || WIDER.getOrDefault(from, Set.of()).contains(to);
    }

    private static Map<FieldType, Offered> offered() {
        Map<FieldType, Offered> all = new EnumMap<>(FieldType.class);
        List<Offered> each = List.of(
                new Offered(
                        FieldType.TEXT,
                        List.of("text", "external_id", "postal_code", "credit_code", "iban", "lei", "vat", "wechat"),
                        EnumSet.of(Search.NONE, Search.NAME, Search.EXACT),
                        500,
                        true,
                        true),
                new Offered(FieldType.LONG_TEXT, List.of("long_text"), EnumSet.of(Search.NONE), 20_000, false, false),
                new Offered(FieldType.NUMBER, List.of("number"), EnumSet.of(Search.NONE), 40, true, true),
                new Offered(FieldType.MONEY, List.of("money"), EnumSet.of(Search.NONE), 40, true, true),
                new Offered(FieldType.DATE, List.of("date", "birth_date"), EnumSet.of(Search.NONE), 10, true, true),
                new Offered(FieldType.CHOICE, List.of("choice"), EnumSet.of(Search.NONE), 100, true, true),
                new Offered(FieldType.CHOICES, List.of("choice"), EnumSet.of(Search.NONE), 100, false, true),
                new Offered(FieldType.YES_NO, List.of("yes_no"), EnumSet.of(Search.NONE), 3, true, true),
                new Offered(
                        FieldType.PHONE,
                        List.of("phone", "mobile"),
                        EnumSet.of(Search.NONE, Search.PHONE, Search.EXACT),
                        40,
                        false,
                        true),
                new Offered(
                        FieldType.EMAIL,
                        List.of("email"),
                        EnumSet.of(Search.NONE, Search.EMAIL, Search.EXACT),
                        254,
                        true,
                        true),
                new Offered(FieldType.ADDRESS, List.of("address"), EnumSet.of(Search.NONE), 500, false, true),
                new Offered(FieldType.REGION, List.of("region"), EnumSet.of(Search.NONE), 40, false, true),
                new Offered(FieldType.URL, List.of("url"), EnumSet.of(Search.NONE), 500, false, true),
                new Offered(FieldType.CUSTOMER, List.of("customer"), EnumSet.of(Search.NONE), 25, false, true),
                new Offered(FieldType.FILE, List.of("attachment"), EnumSet.of(Search.NONE), 20, false, true));
        each.forEach(one -> all.put(one.type(), one));
        return all;
    }
}
