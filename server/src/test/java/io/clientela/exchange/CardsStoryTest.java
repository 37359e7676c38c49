package io.clientela.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.property.BinaryProperty;
import ezvcard.property.Telephone;
import ezvcard.property.VCardProperty;
import io.clientela.access.Actors;
import io.clientela.customer.CustomerCards;
import io.clientela.customer.CustomerNumber;
import io.clientela.customer.Customers;
import io.clientela.customer.FileView;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kernel.Visibility;
import io.clientela.kit.format.Row;
import io.clientela.kit.format.RowReader;
import io.clientela.kit.recognise.Hints;
import io.clientela.platform.ServerTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** vCards go in as files of customers and come out as what they were. */
@ServerTest
class CardsStoryTest {

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

    static List<Path> files() throws IOException {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path shared = folder.resolve("shared/data/imports/vcard");
            if (Files.isDirectory(shared)) {
                try (Stream<Path> all = Files.list(shared)) {
                    return all.filter(file -> file.toString().endsWith(".vcf"))
                            .sorted()
                            .toList();
                }
            }
        }
        return List.of(Path.of("missing"));
    }

    private String card(FileView file, Actor actor) {
        return cards.card(new CustomerNumber(file.number()), actor);
    }

    /** Class, group, kinds and value; not how a number is grouped, nor which version says that it is a voice or on the internet. */
    private static String told(VCardProperty property) {
        Set<String> kinds = new TreeSet<>();
        property.getParameters().getTypes().forEach(kind -> kinds.add(kind.toLowerCase(Locale.ROOT)));
        kinds.remove("internet");
        if (property instanceof Telephone) {
            kinds.remove("voice");
        }
        // In version 4.0 the preferred one has a parameter of its own.
        boolean preferred = kinds.remove("pref") || property.getParameter("PREF") != null;
        String value;
        if (property instanceof Telephone telephone) {
            String text = telephone.getUri() == null
                    ? telephone.getText()
                    : telephone.getUri().getNumber() + ";ext="
                            + telephone.getUri().getExtension();
            String digits = text.replaceAll("[^0-9]", "");
            // The same number with and without the country it is in.
            value = digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits;
        } else {
            VCardProperty bare = property.copy();
            for (String parameter : List.of("TYPE", "PREF", "CHARSET", "ENCODING", "VALUE", "LANGUAGE")) {
                bare.removeParameter(parameter);
            }
            value = property instanceof BinaryProperty<?> binary && binary.getData() != null
                    ? java.util.Arrays.hashCode(binary.getData()) + ""
                    : bare.toString().replace("\r\n", "\n");
        }
        return property.getClass().getSimpleName() + " " + property.getGroup() + " " + kinds + " " + preferred + " "
                + value;
    }

    @ParameterizedTest
    @MethodSource("files")
    void everySharedCardGoesInAndComesOutUnchanged(Path file) throws IOException, InterruptedException {
        assumeThat(file).exists();
        byte[] bytes = Files.readAllBytes(file);
        List<VCard> before =
                Ezvcard.parse(new java.io.ByteArrayInputStream(bytes)).all();
        Run run = desk.imported(file.getFileName().toString(), bytes, "", Map.of());
        assertThat(desk.remarks(run, "refused")).isEmpty();
        List<FileView> files = desk.files(run);
        assertThat(files).hasSameSizeAs(before);
        for (int i = 0; i < files.size(); i++) {
            String written = card(files.get(i), desk.admin);
            VCard after = Ezvcard.parse(written).first();
            List<String> out =
                    after.getProperties().stream().map(CardsStoryTest::told).toList();
            for (VCardProperty property : before.get(i).getProperties()) {
                assertThat(out)
                        .as(written.substring(0, Math.min(2_000, written.length())))
                        .contains(told(property));
            }
        }
    }

    @Test
    void aCardBecomesAFilePropertyByProperty() throws IOException, InterruptedException {
        Run run = desk.importedCards("""
                BEGIN:VCARD
                VERSION:3.0
                N:García Pérez;Lucía;;;
                FN:Lucía García Pérez
                TEL;TYPE=CELL:+34 622 704 387
                TEL;TYPE=WORK:+34 912 345 678
                TEL;TYPE=CELL:555 555 1111
                EMAIL;TYPE=INTERNET:lucia@example.es
                EMAIL;TYPE=INTERNET,PREF:lucia.pref@example.es
                ADR;TYPE=HOME:;;Plaza Mayor 4;Salamanca;;37002;España
                ORG:Ejemplos SL;Ventas
                TITLE:Directora
                BDAY:1980-05-21
                NOTE:Dos\\nlíneas
                UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
                PHOTO;VALUE=uri:http://example.es/foto.jpg
                END:VCARD
                """);
        FileView file = desk.files(run).getFirst();
        assertThat(file.type()).isEqualTo("individual");
        Map.of(
                        "name", "Lucía García Pérez",
                        "family_name", "García Pérez",
                        "given_name", "Lucía",
                        "mobile", "+34622704387",
                        "phone", "+34912345678",
                        "email", "lucia.pref@example.es",
                        "address", "Plaza Mayor 4",
                        "city", "Salamanca",
                        "postal_code", "37002",
                        "employer", "Ejemplos SL")
                .forEach((key, value) ->
                        assertThat(FileDesk.value(file, key)).as(key).isEqualTo(value));
        assertThat(FileDesk.value(file, "position")).isEqualTo("Directora");
        assertThat(FileDesk.value(file, "birth_date")).isEqualTo("1980-05-21");
        assertThat(FileDesk.value(file, "remarks")).isEqualTo("Dos\nlíneas");
        assertThat(FileDesk.value(file, "external_id")).startsWith("urn:uuid:4fbe8971");
        assertThat(desk.remarks(run, "warning"))
                .flatExtracting(ImportRemark::problems)
                .filteredOn(problem -> problem.code().equals("card_properties_kept"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.details().get("names")).contains("TEL", "PHOTO", "EMAIL"));
        assertThat(FileDesk.value(file, "card_properties")).contains("555 555 1111");
    }

    @Test
    void enterprisesAndPeopleComeInOneFile() throws IOException, InterruptedException {
        Run run = desk.importedCards("""
                BEGIN:VCARD
                VERSION:4.0
                KIND:org
                FN:Total Energies 2 SL
                TEL:+34 912 345 678
                URL:https://example.es
                END:VCARD
                BEGIN:VCARD
                VERSION:4.0
                FN:陈怡君
                END:VCARD
                """);
        List<FileView> files = desk.files(run);
        assertThat(files).extracting(FileView::type).containsExactly("enterprise", "individual");
        assertThat(FileDesk.value(files.getFirst(), "web_site")).isEqualTo("https://example.es");
        assertThat(card(files.getFirst(), desk.admin)).contains("KIND:org", "FN:Total Energies 2 SL");
    }

    @Test
    void eachRowIsMaskedByTheTypeItsOwnCardIsOf() throws IOException {
        String card = "BEGIN:VCARD\nVERSION:4.0\n%sEND:VCARD\n";
        String org = card.formatted("KIND:org\nFN:Masked Firm SL\nTEL:+34 912 345 611\nUID:firm-1\n");
        String person =
                card.formatted("FN:Masked Person\nTEL;TYPE=cell:+34 622 704 421\nBDAY:19800521\nUID:person-1\n");
        byte[] cards = (org + org + org + person).getBytes(StandardCharsets.UTF_8);
        Actor clerk = new Actor(
                desk.admin.userId(),
                desk.admin.name(),
                desk.admin.departmentId(),
                desk.admin.functions(),
                desk.admin.scope(),
                new FieldRights(Map.of("individual.mobile", MASKED, "individual.birth_date", MASKED)),
                "en",
                "127.0.0.1",
                "page");
        Recognised found = desk.recognised("mixed.vcf", cards, clerk);
        assertThat(found.type()).isEqualTo("enterprise");
        assertThat(found.rows().getLast()).contains("Masked Person").noneMatch(CardsStoryTest::tells);
        assertThat(found.columns())
                .flatExtracting(Recognised.ColumnView::samples)
                .noneMatch(sample -> tells(String.valueOf(sample)));
        assertThat(desk.recognised("mixed.vcf", cards).rows().getLast()).anyMatch(CardsStoryTest::tells);
    }

    private static boolean tells(String cell) {
        return cell.replaceAll("[^0-9]", "").matches(".*(622704421|19800521).*");
    }

    @Test
    void aCardWithAPhotoNoFileHoldsIsRefusedAndTheOthersAreNot() throws IOException, InterruptedException {
        String photo = "PHOTO;ENCODING=b;TYPE=JPEG:" + ("A".repeat(74) + "\n ").repeat(60_000);
        Run run = desk.importedCards("BEGIN:VCARD\nVERSION:3.0\nFN:Heavy\n" + photo + "\nEND:VCARD\n"
                + "BEGIN:VCARD\nVERSION:3.0\nFN:Light Person\nEND:VCARD\n");
        assertThat(desk.remarks(run, "refused"))
                .singleElement()
                .satisfies(remark -> assertThat(remark.problems()).anySatisfy(problem -> {
                    assertThat(problem.field()).isEqualTo("card_properties");
                    assertThat(problem.code()).isEqualTo("too_long");
                }));
        assertThat(desk.files(run)).hasSize(1);
    }

    @Test
    void aCardThatDoesNotEndIsRefusedWithItsLine() {
        assertThatThrownBy(() -> desk.importedCards("BEGIN:VCARD\nVERSION:3.0\nFN:Open\n"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.error()).isEqualTo(ExchangeError.BROKEN_VCARD);
                    assertThat(refusal.details()).containsEntry("line", "1");
                });
    }

    @Test
    void whoMayWriteNoContactsImportsEnterprisesWithoutThem(
            @Autowired Uploads uploads, @Autowired FieldCatalogue fields) throws IOException {
        byte[] card = """
                BEGIN:VCARD
                VERSION:4.0
                KIND:org
                FN:Without Contact SL
                N:Gil;Ana;;;
                END:VCARD
                """.getBytes(StandardCharsets.UTF_8);
        try (OpenFile file = OpenFile.open(
                        uploads.source(desk.upload("contact.vcf", card)), fields.catalogue(), Hints.NONE);
                RowReader rows = file.sheet().open()) {
            rows.next();
            Row row = rows.next();
            RowMapping all = file.mapping(file.recognition(), fields, "ES", field -> true);
            assertThat(all.map(row, 1).row().items()).containsKey("contacts");
            assertThat(all.map(row, 1).remarks()).extracting(FieldProblem::code).doesNotContain("contact_left_out");
            RowMapping some = file.mapping(
                    file.recognition(), fields, "ES", field -> !field.key().equals("contacts"));
            assertThat(some.map(row, 1).row().items()).isEmpty();
            assertThat(some.map(row, 1).remarks())
                    .extracting(FieldProblem::code)
                    .contains("contact_left_out");
        }
    }

    @Test
    void aBulletOfTheCardIsNoMaskedValue() throws IOException, InterruptedException {
        FileView file = desk.onlyCard("""
                BEGIN:VCARD
                VERSION:4.0
                FN:Bullet Point
                X-MEMO:one • two
                END:VCARD
                """);
        assertThat(card(file, desk.admin)).contains("X-MEMO:one • two");
    }
}
