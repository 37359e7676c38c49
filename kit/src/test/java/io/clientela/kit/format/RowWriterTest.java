package io.clientela.kit.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowWriterTest {

    private static final List<List<String>> ROWS = List.of(
            List.of("name", "note", "id"),
            List.of("O'Brien, \"Bob\"", "two\nlines", "430104197110263614"),
            List.of("=HYPERLINK(\"x\")", "@cmd", "+8613800138000"),
            List.of("'s-Hertogenbosch", "'=1", "-5,5"),
            List.of(" spaces ", "a\r\nb\rc\td", "\u0001\u007F\u0085\u2028\uFFFE"),
            List.of("_x0041_", "_x005F_", "😍 e\u0301 ＡＢ\u3000"));

    @Test
    void writesCsvThatReadsBackTheSame() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RowWriter writer = RowWriter.csv(out, ';', true)) {
            for (List<String> row : ROWS) {
                writer.write(row);
            }
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("\uFEFFname;note;id\r\n");
        assertThat(Samples.cells(Source.of("a.csv", out.toByteArray()))).isEqualTo(ROWS);
    }

    @Test
    void writesWorkbookThatReadsBackTheSame() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RowWriter writer = RowWriter.xlsx(out, "客户")) {
            for (List<String> row : ROWS) {
                writer.write(row);
            }
        }
        assertThat(Samples.cells(Source.of("a.xlsx", out.toByteArray()))).isEqualTo(ROWS);
    }

    @Test
    void continuesAFullSheetOnAnotherUnderTheSameHeading() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XlsxRowWriter writer = new XlsxRowWriter(out, "S", 2)) {
            writer.write(List.of("h"));
            writer.write(List.of("1"));
            writer.write(List.of("2"));
        }
        try (Spreadsheet file = Spreadsheet.open(Source.of("a.xlsx", out.toByteArray()))) {
            assertThat(Samples.cells(file.sheet("S 2").open())).containsExactly(List.of("h"), List.of("2"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "=1+1|'=1+1",
                "@SUM(A1)|'@SUM(A1)",
                "+34 622 704 387|'+34 622 704 387",
                "-2+3|'-2+3",
                "＝1|'＝1",
                "-12.5|-12.5",
                "+34622704387|+34622704387",
                "+8675512345678;ext=12|+8675512345678;ext=12",
                "'=1|''=1",
                "'007|''007",
                "O'Neill|O'Neill",
                "'t Hooft|'t Hooft",
                "1=1|1=1",
            })
    void guardsCellsThatWouldRun(String text, String written) {
        assertThat(CellGuard.guard(text)).isEqualTo(written);
    }

    @Test
    void takesAwayTheApostropheThatKeepsDigits() {
        assertThat(CellGuard.release("'430104197110263614")).isEqualTo("430104197110263614");
        assertThat(CellGuard.release("'+34 622")).isEqualTo("+34 622");
    }

    @Property
    void releasesWhatItGuarded(
            @ForAll
                    @Chars({'\'', '=', '+', '-', '@', '\t', '\r', '0', '9', ',', '.', '%', ' '})
                    @CharRange(from = 'a', to = 'c')
                    String text) {
        assertThat(CellGuard.release(CellGuard.guard(text))).isEqualTo(text);
    }
}
