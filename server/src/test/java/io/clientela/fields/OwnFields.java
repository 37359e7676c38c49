package io.clientela.fields;

import io.clientela.kit.fields.FieldType;
import io.clientela.platform.Json;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fields of the house's own for tests of other rooms; one that is there already stays as it is. */
public final class OwnFields {

    private static final String DECLARE = """
            insert into fields.field (record, key, type, label, explanation, example, synonyms, code_list, rule, sensitivity,
                mask, sealed, is_unique, search, sortable, filterable, max_length, section, changed_by, changed_at)
            values (:record, :key, :type, cast(:label as jsonb), cast(:label as jsonb), cast(:label as jsonb), :synonyms,
                :list, :rule, :sensitivity, :mask, :sealed, :unique, :search, :sortable, true, 400, :section, 0, now())
            on conflict (record, key) do nothing
            """;

    private final JdbcClient sql;
    private final FieldCatalogue catalogue;

    public OwnFields(JdbcClient sql, FieldCatalogue catalogue) {
        this.sql = sql;
        this.catalogue = catalogue;
    }

    /** One of each kind, called {@code own_text} and so on, for a record type. */
    public void ofEveryKind(String record) {
        declare(record, "own_text", FieldType.TEXT, Map.of("sortable", true));
        declare(record, "own_number", FieldType.NUMBER, Map.of("sortable", true));
        declare(record, "own_money", FieldType.MONEY, Map.of("sortable", true));
        declare(record, "own_date", FieldType.DATE, Map.of("sortable", true));
        declare(record, "own_choice", FieldType.CHOICE, Map.of("list", "customer_level"));
        declare(record, "own_choices", FieldType.CHOICES, Map.of("list", "enterprise_roles"));
        declare(record, "own_yes_no", FieldType.YES_NO, Map.of());
        declare(record, "own_phone", FieldType.PHONE, Map.of("search", "PHONE", "mask", "PHONE"));
        declare(record, "own_email", FieldType.EMAIL, Map.of("search", "EMAIL", "mask", "EMAIL"));
        declare(record, "own_name", FieldType.NAME, Map.of("search", "NAME", "mask", "NAME"));
        declare(record, "own_region", FieldType.REGION, Map.of("list", "region"));
        declare(record, "own_url", FieldType.URL, Map.of());
        declare(record, "own_address", FieldType.ADDRESS, Map.of("mask", "ADDRESS"));
        declare(record, "own_long", FieldType.LONG_TEXT, Map.of());
        declare(record, "own_code", FieldType.TEXT, Map.of("unique", true, "search", "EXACT", "rule", "external_id"));
        declare(
                record,
                "own_secret",
                FieldType.TEXT,
                Map.of("sealed", true, "search", "EXACT", "sensitivity", "SENSITIVE", "mask", "LAST_FOUR"));
    }

    public void declare(String record, String key, FieldType type, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "record",
                record,
                "key",
                key,
                "type",
                type.name(),
                "label",
                label(key),
                "synonyms",
                new String[] {"自有" + key},
                "list",
                "",
                "rule",
                type.name().toLowerCase(Locale.ROOT).replace("choices", "choice")));
        all.putAll(Map.of(
                "sensitivity", "NORMAL",
                "mask", "ALL",
                "sealed", false,
                "unique", false,
                "search", "NONE",
                "sortable", false,
                "section", "basic"));
        all.putAll(more);
        if (sql.sql(DECLARE).params(all).update() > 0) {
            sql.sql("update fields.catalogue set version = version + 1").update();
        }
        catalogue.renew();
    }

    /** Has the next question find what was changed in the tables themselves. */
    public static void renew(FieldCatalogue catalogue) {
        catalogue.renew();
    }

    private static String label(String key) {
        String name = key.replace('_', ' ');
        return Json.write(Map.of("zh", "自有 " + name, "en", name, "es", name + " propio"));
    }
}
