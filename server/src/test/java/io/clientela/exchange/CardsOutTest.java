package io.clientela.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ezvcard.Ezvcard;
import io.clientela.access.Actors;
import io.clientela.customer.CustomerCards;
import io.clientela.customer.CustomerNumber;
import io.clientela.customer.Customers;
import io.clientela.customer.FileView;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Visibility;
import io.clientela.platform.ServerTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Customers go out as cards, as JSON and as TSV: what was chosen, as far as somebody may see it. */
@ServerTest
class CardsOutTest {

    private static final FieldRight MASKED = new FieldRight(Visibility.MASKED, true, Visibility.MASKED);

    @Autowired
    CustomerCards cards;

    private FileDesk desk;

    @BeforeEach
    void open(
            @Autowired Uploads uploads,
            @Autowired Imports imports,
            @Autowired Exports exports,
            @Autowired Customers customers,
            @Autowired Actors actors,
            @Autowired JdbcClient sql) {
        desk = new FileDesk(uploads, imports, exports, customers, actors, sql);
    }

    private String card(FileView file, Actor actor) {
        return cards.card(new CustomerNumber(file.number()), actor);
    }

    /** The administrator, but for seeing mobile numbers. */
    private Actor withoutMobiles() {
        return new Actor(
                desk.admin.userId(),
                desk.admin.name(),
                desk.admin.departmentId(),
                desk.admin.functions(),
                desk.admin.scope(),
                new FieldRights(Map.of("individual.mobile", MASKED)),
                "en",
                "127.0.0.1",
                "page");
    }

    @Test
    void whatIsMaskedIsNotWrittenInAnyForm() throws IOException, InterruptedException {
        FileView file = desk.onlyCard("""
                BEGIN:VCARD
                VERSION:3.0
                FN:Masked Person
                TEL;TYPE=CELL,PREF:+34 622 704 399
                TEL;TYPE=CELL:+34 622 704 400
                X-AIM:masked
                EXTERNAL:x
                UID:masked-1
                END:VCARD
                """);
        Actor clerk = withoutMobiles();
        assertThat(card(file, desk.admin)).contains("622 704 399", "622 704 400", "X-AIM:masked");
        assertThat(card(file, clerk)).contains("FN:Masked Person").doesNotContain("622", "TEL", "X-AIM");
    }

    @Test
    void onlyChosenColumnsGoOutAndTheTrailNamesThem() throws IOException, InterruptedException {
        desk.onlyCard("""
                BEGIN:VCARD
                VERSION:4.0
                FN:Chosen Columns
                TEL;TYPE=cell;PREF=1:+34 622 704 512
                TEL;TYPE=cell:+34 622 704 513
                X-AIM:chosen
                UID:chosen-columns-512
                END:VCARD
                """);
        Map<String, String> filter = Map.of("external_id", "chosen-columns-512");
        assertThat(exported("vcf", filter, List.of("name")))
                .contains("FN:Chosen Columns")
                .doesNotContain("TEL", "622", "X-AIM", "UID");
        assertThat(desk.toldOfExport()).containsExactly("number", "name");

        assertThat(exported("vcf", filter, List.of("name", "card_properties")))
                .contains("FN:Chosen Columns", "X-AIM:chosen", "704 513")
                .doesNotContain("704 512", "UID");
        assertThat(desk.toldOfExport()).containsExactlyInAnyOrder("number", "name", "card_properties");

        assertThat(exported("vcf", filter, List.of())).contains("704 512", "704 513", "X-AIM");
        assertThat(desk.toldOfExport()).contains("mobile", "card_properties").doesNotContain("region");

        assertThat(exported("json", filter, List.of("name"))).doesNotContain("card_properties", "622");
        assertThat(desk.toldOfExport()).containsExactly("number", "name");
        assertThat(exported("json", filter, List.of("card_properties")))
                .contains("X-AIM")
                .doesNotContain("Chosen Columns");
        assertThat(desk.toldOfExport()).containsExactly("number", "card_properties");
        exported("json", filter, List.of());
        assertThat(desk.toldOfExport()).contains("card_properties");

        assertThatThrownBy(() -> exported("csv", filter, List.of("card_properties")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> exported("vcf", filter, List.of("region"))).isInstanceOf(Refusal.class);
    }

    @Test
    void aListGoesOutAsCardsAsJsonAndAsTsv() throws IOException, InterruptedException {
        FileView file = desk.onlyCard("""
                BEGIN:VCARD
                VERSION:4.0
                FN:Round Trip
                TEL;TYPE=cell:+34 622 704 411
                UID:round-trip-411
                END:VCARD
                """);
        Map<String, String> filter = Map.of("external_id", "round-trip-411");
        String exported = new String(desk.exported("individual", "vcf", filter, desk.admin), StandardCharsets.UTF_8);
        assertThat(Ezvcard.parse(exported).all()).hasSize(1);
        assertThat(exported).contains("FN:Round Trip", "X-CUSTOMER-NUMBER:" + file.number());

        JsonNode json = JsonMapper.shared().readTree(desk.exported("individual", "json", filter, desk.admin));
        assertThat(json.path("type").asString()).isEqualTo("individual");
        JsonNode customer = json.at("/customers/0");
        assertThat(customer.path("number").asString()).isEqualTo(file.number());
        file.values().forEach((key, cell) -> {
            if (cell.value() != null) {
                // The number of a person means somebody else elsewhere.
                Object value = key.equals("owner") ? cell.text() : cell.value();
                assertThat(customer.path(key))
                        .as(key)
                        .isEqualTo(JsonMapper.shared().valueToTree(value));
            }
        });

        Actor clerk = withoutMobiles();
        assertThat(card(file, clerk)).doesNotContain("622704411");

        String tsv = new String(desk.exported("individual", "tsv", filter, desk.admin), StandardCharsets.UTF_8);
        assertThat(tsv).contains("\t").contains("Round Trip");
    }

    private String exported(String format, Map<String, String> filter, List<String> columns)
            throws IOException, InterruptedException {
        return new String(desk.exported("individual", format, filter, columns, desk.admin), StandardCharsets.UTF_8);
    }
}
