package io.clientela.kit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxTest {

    private static Source book(String... sheets) {
        return Source.of("book.xlsx", Samples.workbook(Map.of(), sheets));
    }

    private static String only(String cell) {
        return Samples.cells(book("<row r=\"1\">" + cell + "</row>")).getFirst().getFirst();
    }

    private static FormatError refusal(Map<String, String> parts, Limits limits) {
        Source source = Source.of("book.xlsx", Samples.workbook(parts, "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"));
        return catchThrowableOfType(FormatError.class, () -> {
            try (Spreadsheet file = Spreadsheet.open(source, FileShape.WORKBOOK, limits);
                    RowReader rows = file.sheet().open()) {
                rows.next();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "13922771465, 13922771465",
        "1.3922771465E10, 13922771465",
        "0.1, 0.1",
        "640.55999999999995, 640.56",
        "1E3, 1000",
        "-5.50, -5.5",
        "123456789012345, 123456789012345",
        "4.30104197110263E+17, 4.30104197110263E+17",
        "430104197110263000, 4.30104197110263E+17",
        "430104197110263614, 430104197110263614",
        "4.3010419711026362E17, 4.30104197110264E+17",
        "6222021234567895, 6222021234567895",
        "1e9999999, 1e9999999",
    })
    void showsNumbersWithAllDigitsTheyHave(String raw, String shown) {
        assertThat(only("<c r=\"A1\"><v>" + raw + "</v></c>")).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<c r='A1' s='1'><v>45306</v></c>|2024-01-15",
                "<c r='A1' s='2'><v>45306</v></c>|2024-01-15",
                "<c r='A1' s='1'><v>45306.5</v></c>|2024-01-15T12:00:00",
                "<c r='A1' s='4'><v>0.25</v></c>|06:00:00",
                "<c r='A1' s='1'><v>1</v></c>|1900-01-01",
                "<c r='A1' s='1'><v>61</v></c>|1900-03-01",
                "<c r='A1' s='3'><v>45306</v></c>|45306",
                "<c r='A1' t='b'><v>1</v></c>|TRUE",
                "<c r='A1' t='e'><v>#REF!</v></c>|#REF!",
                "<c r='A1' t='s'><v>0</v></c>|shared text",
                "<c r='A1' t='s'><v>1</v></c>|rich text",
                "<c r='A1' t='inlineStr'><is><t>in line</t></is></c>|in line",
                "<c r='A1' t='str'><f>A2&amp;A3</f><v>joined</v></c>|joined",
                "<c r='A1'><f>1+1</f><v>2</v></c>|2",
                "<c r='A1' s='1'><f>TODAY()</f><v>45306</v></c>|2024-01-15",
                "<c r='A1' t='e'><f>1/0</f><v>#DIV/0!</v></c>|#DIV/0!",
                "<c r='A1' t='b'><f>TRUE</f><v>0</v></c>|FALSE",
                "<c r='A1' t='inlineStr'><is><t>a_x0041_b</t></is></c>|aAb",
            })
    void showsCellsAsTextOfTheirKind(String cell, String shown) {
        assertThat(only(cell)).isEqualTo(shown);
    }

    @Test
    void keepsPlacesOfAbsentCellsAndRows() {
        Source source = book("<row r=\"2\"><c r=\"C2\"><v>3</v></c></row><row r=\"5\"><c r=\"A5\"><v>1</v></c></row>");
        try (Spreadsheet file = Spreadsheet.open(source);
                RowReader rows = file.sheet().open()) {
            assertThat(rows.next()).isEqualTo(new Row(2, List.of("", "", "3")));
            assertThat(rows.next()).isEqualTo(new Row(5, List.of("1")));
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    void takesTheFirstSheetWithDataUnlessNamed() {
        Source source =
                book("", "<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>", "<row r=\"1\"><c r=\"A1\"><v>3</v></c></row>");
        try (Spreadsheet file = Spreadsheet.open(source)) {
            assertThat(file.sheets()).extracting(Sheet::name).containsExactly("A", "B", "C");
            assertThat(file.sheet().name()).isEqualTo("B");
            assertThat(Samples.cells(file.sheet("C").open())).containsExactly(List.of("3"));
            assertThat(catchThrowableOfType(FormatError.class, () -> file.sheet("D"))
                            .code())
                    .isEqualTo(FormatError.Code.UNKNOWN_SHEET);
        }
    }

    @Test
    void refusesZipBombs() {
        Limits small = new Limits(500, 100_000, 1_000, 1 << 20, 100, 20, 1 << 16, 1 << 18);
        String zeros = "0".repeat(200_000);
        assertThat(refusal(Map.of("xl/media/bomb.bin", zeros), small).code()).isEqualTo(FormatError.Code.ZIP_BOMB);
        assertThat(refusal(Map.of("xl/sharedStrings.xml", "<sst>" + noise(300_000) + "</sst>"), small)
                        .code())
                .isEqualTo(FormatError.Code.TOO_LARGE);
        assertThat(refusal(Map.of("a.bin", noise(400_000), "b.bin", noise(400_000), "c.bin", noise(400_000)), small)
                        .code())
                .isEqualTo(FormatError.Code.ZIP_BOMB);
    }

    @Test
    void refusesXmlBombs() {
        String laughs = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\">]><sst>&lol;</sst>";
        FormatError error = refusal(Map.of("xl/sharedStrings.xml", laughs), Limits.SHIPPED);
        assertThat(error.code()).isEqualTo(FormatError.Code.XML_BOMB);
        assertThat(error.details()).containsEntry("part", "xl/sharedStrings.xml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<row r=\"1\"><c r=\"A1\"><v>1</v></row>",
                "<row r=\"1\"><c r=\"ZZZZZZZZ1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"q\"><v>99</v></c></row>",
                "<row r=\"x\"><c r=\"A1\"><v>99</v></c></row>",
            })
    void refusesBrokenSheets(String rows) {
        assertThat(catchThrowableOfType(FormatError.class, () -> Samples.cells(book(rows)))
                        .code())
                .isEqualTo(FormatError.Code.BROKEN_XLSX);
    }

    @Test
    void refusesATruncatedArchive() {
        byte[] whole = Samples.workbook(Map.of(), "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
        Source half = Source.of("half.xlsx", java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(catchThrowableOfType(FormatError.class, () -> Samples.cells(half))
                        .code())
                .isEqualTo(FormatError.Code.BROKEN_XLSX);
    }

    @Test
    void refusesTooManyColumns() {
        String far = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>1</v></c></row>";
        assertThat(catchThrowableOfType(FormatError.class, () -> Samples.cells(book(far)))
                        .code())
                .isEqualTo(FormatError.Code.TOO_MANY_COLUMNS);
    }

    @Test
    void readsTheRegisterOfEnterprises() throws IOException {
        assumeTrue(Samples.present("registers"));
        List<List<String>> rows = Samples.cells(Source.of(Samples.shared("registers/客户信息登记表.xlsx")));
        assertThat(rows).hasSize(2003);
        assertThat(rows.getFirst()).containsExactly("公司客户信息登记表");
        assertThat(rows.get(3))
                .startsWith("1", "北京国瑞源信息技术有限公司", "911101052QE7E30GW6")
                .contains("110105", "100");
    }

    private static String noise(int length) {
        byte[] bytes = new byte[length];
        new java.util.Random(7).nextBytes(bytes);
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ('a' + (bytes[i] & 15));
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
