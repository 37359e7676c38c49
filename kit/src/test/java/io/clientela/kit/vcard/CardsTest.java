package io.clientela.kit.vcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ezvcard.VCard;
import ezvcard.property.Nickname;
import ezvcard.property.VCardProperty;
import io.clientela.kit.check.Checked;
import io.clientela.kit.check.Context;
import io.clientela.kit.check.Rules;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.format.Row;
import io.clientela.kit.format.RowReader;
import io.clientela.kit.format.Source;
import io.clientela.kit.format.Spreadsheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CardsTest {

    private static final Catalogue CATALOGUE = Catalogue.shipped();

    static List<Path> files() throws IOException {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path cards = folder.resolve("shared/data/imports/vcard");
            if (Files.isDirectory(cards)) {
                try (Stream<Path> all = Files.list(cards)) {
                    return all.filter(file -> file.toString().endsWith(".vcf"))
                            .sorted()
                            .toList();
                }
            }
        }
        return List.of(Path.of("missing"));
    }

    private static List<String> cards(Source source) {
        List<String> cards = new ArrayList<>();
        try (Spreadsheet file = Spreadsheet.open(source);
                RowReader rows = file.sheet().open(2)) {
            while (rows.hasNext()) {
                Row row = rows.next();
                cards.add(row.cells().getLast());
            }
        }
        return cards;
    }

    /** What the gate makes of the values. */
    private static Map<String, String> canonical(CardValues read) {
        Map<String, String> canonical = new HashMap<>();
        read.values().forEach((key, text) -> {
            Field field = CATALOGUE.field(read.record(), key);
            switch (Rules.named(field.rule()).check(text, new Context(read.country(), "ymd", Map.of()))) {
                case Checked.Ok ok -> canonical.put(key, ok.value());
                case Checked.Refused refused -> throw new AssertionError(key + " " + text + " " + refused);
            }
        });
        return canonical;
    }

    private static String out(CardValues read, Map<String, String> values) {
        return Cards.write(read.record(), "C1", values, List.of(), read.kept());
    }

    private static CardValues read(String... lines) {
        return Cards.read("BEGIN:VCARD\r\n" + String.join("\r\n", lines) + "\r\nEND:VCARD\r\n", CATALOGUE, "US")
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyPropertyOfEveryCardComesOutAgain(Path file) throws IOException {
        assumeTrue(Files.exists(file));
        List<String> cards = cards(Source.of(file));
        assertThat(cards).isNotEmpty();
        for (String card : cards) {
            VCard in = CardText.read(card).orElseThrow();
            CardValues read = Cards.read(card, CATALOGUE, "US").orElseThrow();
            assertThat(read.values()).containsKey("name");
            String written = out(read, canonical(read));
            assertThat(written).startsWith("BEGIN:VCARD\r\nVERSION:4.0").doesNotContain("X-CLIENTELA");
            VCard out = CardText.read(written).orElseThrow();
            for (VCardProperty property : in.getProperties()) {
                assertThat(out.getProperties())
                        .as(property.toString())
                        .anyMatch(other -> SameProperty.same(property, other));
            }
        }
    }

    @Test
    void fieldsThatWereChangedSpeakInsteadOfTheCard() {
        CardValues read = read(
                "VERSION:3.0",
                "FN:Ana Gil",
                "N:Gil;Ana;María;Sra.;",
                "TEL;TYPE=CELL,PREF:+34 622 704 387",
                "X-AIM:ana");
        Map<String, String> values = canonical(read);
        assertThat(out(read, values)).contains("N:Gil;Ana;María;Sra.;");
        values.put("family_name", "Gil Ruiz");
        values.put("mobile", "+34622704388");
        assertThat(out(read, values))
                .contains("N:Gil Ruiz;Ana;;;", "+34622704388", "X-AIM:ana")
                .doesNotContain("María", "387");
    }

    @Test
    void whatMayNotBeSeenIsNotWrittenThroughTheBackDoor() {
        CardValues read = read("VERSION:3.0", "FN:Ana Gil", "TEL;TYPE=CELL,PREF:+34 622 704 387");
        Map<String, String> values = canonical(read);
        values.remove("mobile");
        String written = Cards.write("individual", "C1", values, List.of(), read.kept());
        assertThat(written).doesNotContain("TEL", "622");
    }

    @Test
    void aCardThatBringsAMarkAlongDoesNotSpeakForAField() {
        VCardProperty mark = new Nickname();
        Marks.put(mark, Facet.FN, Map.of("name", "Ana Gil"));
        String parameter = "X-CLIENTELA-FACET=" + mark.getParameter("X-CLIENTELA-FACET");
        CardValues read = read("VERSION:4.0", "FN:Ana Gil", "NICKNAME;" + parameter + ":Somebody Else");
        assertThat(read.kept()).contains("Somebody Else").doesNotContain("CLIENTELA");
        assertThat(out(read, canonical(read))).contains("FN:Ana Gil", "NICKNAME:Somebody Else");
    }

    @Test
    void numbersNobodyHasAreKeptAndNamed() {
        CardValues read =
                read("VERSION:3.0", "FN:Ana Gil", "TEL;TYPE=CELL:555 12", "PHOTO;VALUE=uri:http://x.example/a.jpg");
        assertThat(read.values()).doesNotContainKeys("mobile", "phone");
        assertThat(read.unused()).containsExactlyInAnyOrder("TEL", "PHOTO");
        assertThat(read.kept()).contains("555 12");
    }

    @Test
    void tellsEnterprisesFromPeople() {
        assertThat(read("VERSION:4.0", "KIND:org", "FN:Acme Ltd", "URL:https://acme.example")
                        .record())
                .isEqualTo("enterprise");
        CardValues apple = read("VERSION:3.0", "FN:Acme Ltd", "N:Doe;Jane;;;", "ORG:Acme Ltd", "X-ABShowAs:COMPANY");
        assertThat(apple.record()).isEqualTo("enterprise");
        assertThat(apple.contact()).containsEntry("name", "Jane Doe");
        assertThat(read("VERSION:3.0", "N:;;;;", "ORG:Acme Ltd").record()).isEqualTo("enterprise");
    }

    @Test
    void readsNamesInQuotedPrintableOfAnyCharset() {
        CardValues read = read(
                "VERSION:2.1", "N;CHARSET=GB2312;ENCODING=QUOTED-PRINTABLE:=CD=F5;=B7=BC;;;", "TEL;CELL:13800138000");
        assertThat(read.values()).containsEntry("family_name", "王").containsEntry("given_name", "芳");
        assertThat(read.values()).containsEntry("name", "王芳");
    }
}
