package io.clientela.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.kit.fields.Field;
import io.clientela.platform.ServerTest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class FieldCatalogueTest {

    @Autowired
    FieldStore store;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FieldCatalogue shared;

    @Autowired
    Words words;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T08:00:00Z"));

    @Test
    void joinsFieldsAndChoicesOfTheHouseSoonAfterTheyAreDeclared() {
        InstantSource moved = now::get;
        FieldCatalogue catalogue = new FieldCatalogue(store, moved.withZone(ZoneOffset.UTC));
        assertThat(catalogue.catalogue().find("individual", "shoe_size")).isEmpty();
        long before = catalogue.version();

        declareShoeSize();
        assertThat(catalogue.version()).isEqualTo(before);

        now.updateAndGet(instant -> instant.plusSeconds(3));
        assertThat(catalogue.version()).isGreaterThan(before);
        Field field = catalogue.catalogue().field("individual", "shoe_size");
        assertThat(field.label().es()).isEqualTo("Talla de zapato");
        assertThat(field.synonyms()).containsExactly("鞋号", "shoe");
        assertThat(catalogue.codeLists().list("needs").label("footwear", "zh")).isEqualTo("鞋类");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "individual | gender         | female          | zh | 女",
                "individual | region         | CN-430104       | zh | 湖南省 长沙市 岳麓区",
                "individual | region         | ES-SE           | es | Sevilla, Andalucía, España",
                "individual | mail_opt_in    | yes             | zh | 是",
                "individual | mail_opt_in    | no              | es | no",
                "individual | mobile         | +8613812345678  | zh | 13812345678",
                "individual | mobile         | +34612345678    | es | +34 612 34 56 78",
                "individual | phone          | +861088886666;ext=801 | en | +86 10 8888 6666 ext. 801",
                "individual | annual_amount  | 12800.5         | en | 12,800.5",
                "individual | annual_amount  | 12800.50        | es | 12.800,50",
                "individual | birth_date     | 1990-05-17      | en | 1990-05-17",
                "individual | tags           | 展会            | en | 展会",
                "enterprise | industry       | gbt:J           | zh | 金融业",
                "enterprise | registered_capital_currency | EUR | zh | 欧元"
            })
    void putsValuesIntoWords(String record, String key, String value, String language, String text) {
        Field field = shared.catalogue().field(record, key);
        assertThat(words.text(field, value, language)).isEqualTo(text);
    }

    private void declareShoeSize() {
        jdbc.sql("""
                insert into fields.field (record, key, type, label, explanation, example, synonyms, rule, max_length, section,
                    changed_by, changed_at)
                values ('individual', 'shoe_size', 'NUMBER', cast(:label as jsonb), cast(:label as jsonb),
                    cast(:label as jsonb), '{鞋号,shoe}', 'number', 10, 'basic', 0, :at)
                """)
                .param("label", "{\"zh\": \"鞋码\", \"en\": \"Shoe size\", \"es\": \"Talla de zapato\"}")
                .param("at", java.sql.Timestamp.from(now.get()))
                .update();
        jdbc.sql("""
                insert into fields.code_item (list_key, code, label, changed_by, changed_at)
                values ('needs', 'footwear', cast(:label as jsonb), 0, :at)
                """)
                .param("label", "{\"zh\": \"鞋类\", \"en\": \"Footwear\", \"es\": \"Calzado\"}")
                .param("at", java.sql.Timestamp.from(now.get()))
                .update();
        jdbc.sql("update fields.catalogue set version = version + 1").update();
    }
}
