package io.clientela.kit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnifferTest {

    private static final String CHINESE = "客户姓名,手机号,所在省份\n王芳,13800138000,湖南省\n欧阳雪,13900139000,广东省\n";
    private static final String TAIWANESE = "客戶姓名,電話,地址\n陳怡君,0912345678,臺北市中正區重慶南路一段\n林志豪,0922333444,高雄市左營區\n";
    private static final String SPANISH =
            "Código;Población;Importe\nE1;Málaga;640,56 €\nE2;A Coruña;1.273,68 €\nE3;León;12,00 €\n";

    @ParameterizedTest
    @CsvSource({"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void findsEncodingOfChineseText(String encoding) {
        assertThat(Sniffer.sniff(Samples.csv(CHINESE.repeat(3), encoding)))
                .isEqualTo(FileShape.delimited(encoding, ','));
    }

    @ParameterizedTest
    @CsvSource({"客户姓名", "编号,公司名称", "序号,备注"})
    void findsEncodingOfShortestHeading(String heading) {
        assertThat(Sniffer.sniff(Samples.csv(heading + "\n1,2\n", "GB18030")).encoding())
                .isEqualTo("GB18030");
    }

    @Test
    void findsBig5() {
        assertThat(Sniffer.sniff(Samples.csv(TAIWANESE, "Big5")).encoding()).isEqualTo("Big5");
    }

    @Test
    void readsLatin1AsWindows1252BecauseOfTheEuroSign() {
        Source source = Samples.csv(SPANISH, "windows-1252");
        assertThat(Sniffer.sniff(source)).isEqualTo(FileShape.delimited("windows-1252", ';'));
        assertThat(Samples.cells(source).get(1)).containsExactly("E1", "Málaga", "640,56 €");
    }

    @Test
    void takesOneLateAccentForWhatItIs() {
        Source source = Samples.csv("name,city\n" + "Ann,Leeds\n".repeat(60_000) + "José,León\n", "windows-1252");
        assertThat(Sniffer.sniff(source).encoding()).isEqualTo("windows-1252");
    }

    @Test
    void keepsUtf8InSpiteOfOneDamagedByte() {
        byte[] bytes = CHINESE.repeat(20).getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xFF;
        assertThat(Sniffer.sniff(Source.of("a.csv", bytes)).encoding()).isEqualTo("UTF-8");
    }

    @Test
    void readsUtf16WithMark() {
        assertThat(Samples.cells(Samples.csv("\uFEFFname\tcity\nJosé\tLeón\n", "UTF-16LE"))
                        .get(1))
                .containsExactly("José", "León");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "a,b,c|1,2,3#,",
                "a;b;c|1,5;2,5;3,5|4,5;5,5;6,5#;",
                "a~b~c|1, 2~2, 3~3, 4#~",
                "Title|a;b;c|1;\"x;y\";3|1;2;3#;",
                "alone|1|2#,",
                "sep=;|a,b;c|d,e;f#;",
            })
    void findsDelimiter(String text, String delimiter) {
        assertThat(Sniffer.sniff(Samples.csv(text.replace("|", "\n").replace('~', '\t')))
                        .delimiter())
                .isEqualTo(delimiter.replace('~', '\t'));
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7 …, unsupported_kind, pdf",
        "MZ…, unsupported_kind, executable",
        "<html><table>…, unsupported_kind, html",
        "<?xml version=\"1.0\"?><Workbook/>, unsupported_kind, xml",
        "GIF89a, unsupported_kind, image",
    })
    void refusesOtherKindsByName(String text, String code, String kind) {
        FormatError error = refusal(Samples.csv(text));
        assertThat(error.code().code()).isEqualTo(code);
        assertThat(error.details()).containsEntry("kind", kind);
    }

    @Test
    void refusesArchiveThatIsNoWorkbook() {
        Source source = Source.of("a.xlsx", Samples.zip(Map.of("readme.txt", "hello")));
        FormatError error = catchThrowableOfType(FormatError.class, () -> Samples.cells(source));
        assertThat(error.details()).containsEntry("kind", "zip");
    }

    @Test
    void tellsOldWorkbookFromEncryptedOne() {
        byte[] xls = new byte[2048];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, xls, 0, 8);
        byte[] encrypted = xls.clone();
        byte[] book = "Workbook".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(book, 0, xls, 1024, book.length);
        byte[] protection = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(protection, 0, encrypted, 1024, protection.length);
        assertThat(Sniffer.sniff(Source.of("a.xls", xls))).isEqualTo(FileShape.OLD_WORKBOOK);
        assertThat(refusal(Source.of("a.xlsx", encrypted)).code()).isEqualTo(FormatError.Code.ENCRYPTED_WORKBOOK);
    }

    @Test
    void refusesBlankAndBinaryFiles() {
        assertThat(refusal(Samples.csv("")).code()).isEqualTo(FormatError.Code.BLANK_FILE);
        assertThat(refusal(Samples.csv(" \r\n\t\n")).code()).isEqualTo(FormatError.Code.BLANK_FILE);
        assertThat(refusal(Samples.csv("a,b\nc\u0000,d\n")).code()).isEqualTo(FormatError.Code.BINARY_FILE);
        assertThat(refusal(Samples.csv("a\u0001\u0002b\u0003")).code()).isEqualTo(FormatError.Code.BINARY_FILE);
    }

    @Test
    void knowsTheRegistersOfTheOffices() throws IOException {
        assumeTrue(Samples.present("registers"));
        Map<String, FileShape> expected = new HashMap<>();
        expected.put("personas_cn.csv", FileShape.delimited("GB18030", ','));
        expected.put("clientes_es.csv", FileShape.delimited("windows-1252", ';'));
        expected.put("customers_en.csv", FileShape.delimited("UTF-8", ','));
        expected.put("客户信息登记表.xlsx", FileShape.WORKBOOK);
        for (Map.Entry<String, FileShape> file : expected.entrySet()) {
            assertThat(Sniffer.sniff(Source.of(Samples.shared("registers/" + file.getKey()))))
                    .isEqualTo(file.getValue());
        }
    }

    private static FormatError refusal(Source source) {
        return catchThrowableOfType(FormatError.class, () -> Sniffer.sniff(source));
    }
}
