package io.clientela.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.kernel.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile files in harmless clothes, and harmless ones as offices have them. */
class SniffingTest {

    private final Sniffing sniffing = new Sniffing();

    private String look(String name, byte[] beginning) {
        return sniffing.type(Sniffing.byName(name), beginning);
    }

    private static byte[] bytes(String text) {
        return text.startsWith("0x")
                ? HexFormat.of().parseHex(text.substring(2).replace(" ", ""))
                : text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contrato.pdf | %PDF-1.7\\n%âãÏÓ\\n1 0 obj                                   | application/pdf",
                "foto.JPG     | 0xFFD8FFE000104A46494600010101                               | image/jpeg",
                "scan.png     | 0x89504E470D0A1A0A0000000D49484452                           | image/png",
                "a.docx       | 0x504B030414000600080000002100                               | application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "旧合同.doc    | 0xD0CF11E0A1B11AE1000000000000000000000000000000003E000300   | application/msword",
                "nota.txt     | 客户来电，约定周三回访。                                        | text/plain",
                "lista.csv    | nombre;ciudad\\nAna;Lugo                                     | text/csv",
                "factura.xml  | <?xml version=\"1.0\"?><Facturae/>                           | application/xml",
                "correo.eml   | From: ana@example.org\\nTo: b@example.org\\nSubject: hola\\n  | message/rfc822",
                "ficha.vcf    | BEGIN:VCARD\\nVERSION:3.0\\nFN:Ana\\nEND:VCARD                | text/vcard",
                "datos.zip    | 0x504B030414000000080000002100                               | application/zip"
            })
    void takesWhatIsWhatItIsCalled(String name, String content, String type) {
        assertThat(look(name, bytes(content.strip()))).isEqualTo(type);
    }

    @org.junit.jupiter.api.Test
    void takesTextInTheEncodingsOfOldOffices() {
        assertThat(look("备注.txt", "客户来电，约定周三回访。".getBytes(Charset.forName("GB18030"))))
                .isEqualTo("text/plain");
        assertThat(look("nota.txt", "\uFEFFhola, señora".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("text/plain");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contrato.pdf | 0x4D5A90000300000004000000FFFF0000B800000000000000",
                "foto.jpg     | 0x7F454C4602010100000000000000000002003E0001000000",
                "foto.png     | 0xCFFAEDFE07000001030000000200000010000000",
                "nota.txt     | #!/bin/sh\\nrm -rf ~",
                "nota.txt     | <!DOCTYPE html><html><body onload=alert(1)>",
                "lista.csv    | <html><script>alert(1)</script></html>",
                "dibujo.xml   | <?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
                "pagina.xml   | <?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(1)</script></html>",
                "clase.zip    | 0xCAFEBABE0000003400"
            })
    void whatRunsIsRefusedWhateverItIsCalled(String name, String content) {
        assertThatThrownBy(() -> look(name, bytes(content)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(AttachmentError.ATTACHMENT_DANGEROUS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.exe", "a.PDF.Js", "a.html", "a.svg", "a.docm", "a.jar", "a.lnk", "a.ps1", "a.hta", "a.bat"})
    void whatRunsByItsNameIsRefusedUnread(String name) {
        assertThatThrownBy(() -> Sniffing.byName(name))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(AttachmentError.ATTACHMENT_DANGEROUS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.", "a.dwg", "a.sqlite", "a.pdf.unknown"})
    void anUnknownKindIsRefusedAndTheKnownOnesAreNamed(String name) {
        assertThatThrownBy(() -> Sniffing.byName(name)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.error()).isEqualTo(AttachmentError.ATTACHMENT_KIND);
            assertThat(String.valueOf(refusal.details().get("kinds"))).contains("pdf", "docx");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contrato.pdf | 0x89504E470D0A1A0A0000000D49484452",
                "contrato.pdf | nada de PDF",
                "contrato.pdf | 0x0001020304050607",
                "foto.png     | %PDF-1.7",
                "informe.docx | 0xD0CF11E0A1B11AE1000000000000000000000000000000003E000300",
                "nota.txt     | 0x504B030414000600080000002100",
                "datos.zip    | %PDF-1.7"
            })
    void whatIsSomethingElseIsRefused(String name, String content) {
        assertThatThrownBy(() -> look(name, bytes(content)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(AttachmentError.ATTACHMENT_MISMATCH));
    }
}
