package io.clientela.kit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRowsTest {

    private static List<List<String>> read(String text) {
        return Samples.cells(new CsvRows(new StringReader(text), ',', Limits.SHIPPED));
    }

    private static FormatError refusal(String text) {
        return catchThrowableOfType(FormatError.class, () -> read(text));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '#',
            value = {
                "a,b# a/b",
                "\"a,b\",c# a,b/c",
                "\"a \"\"b\"\"\",c# a \"b\"/c",
                "a, \"b, c\"# a/b, c",
                "\"a\" ,b# a/b",
                "\"Acme\" Ltd,b# \"Acme\" Ltd/b",
                "5\" pipe,b# 5\" pipe/b",
                "\"\",b# /b",
                "a,# a/",
            })
    void readsWhatCanOnlyBeMeantOneWay(String line, String cells) {
        assertThat(String.join("/", read(line + "\n").getFirst())).isEqualTo(cells);
    }

    @Test
    void takesAnyLineEndAndCountsBlankRows() {
        try (CsvRows rows = new CsvRows(new StringReader("a\r\n\nb\rc"), ',', Limits.SHIPPED)) {
            assertThat(rows.next()).isEqualTo(new Row(1, List.of("a")));
            assertThat(rows.next().blank()).isTrue();
            assertThat(rows.next()).isEqualTo(new Row(3, List.of("b")));
            assertThat(rows.next()).isEqualTo(new Row(4, List.of("c")));
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    void namesTheLineOfAnUnclosedQuoteAtTheEnd() {
        FormatError error = refusal("a,b\n1,2\n3,\"4\n5,6\n");
        assertThat(error.code()).isEqualTo(FormatError.Code.UNCLOSED_QUOTE);
        assertThat(error.details()).containsEntry("line", "3");
    }

    @Test
    void namesTheLineOfAQuoteClosedByTheNextOpeningOne() {
        assertThat(refusal("a,b\n1,\"two\n3,\"four\"\n").details()).containsEntry("line", "2");
    }

    @Test
    void givesUpOnAQuoteThatSwallowsTheFile() {
        String rows = "1,2,3\n".repeat(300_000);
        assertThat(refusal("a,\"b\n" + rows).details()).containsEntry("line", "1");
    }

    @Test
    void refusesTooManyColumnsAndTooLongCells() {
        assertThat(read("x" + ",x".repeat(499) + "\n").getFirst()).hasSize(500);
        assertThat(refusal("x" + ",x".repeat(500) + "\n").code()).isEqualTo(FormatError.Code.TOO_MANY_COLUMNS);
        assertThat(read("y".repeat(100_000)).getFirst().getFirst()).hasSize(100_000);
        assertThat(refusal("y".repeat(100_001)).code()).isEqualTo(FormatError.Code.CELL_TOO_LONG);
        assertThat(refusal("\"" + "y".repeat(100_001) + "\"").code()).isEqualTo(FormatError.Code.CELL_TOO_LONG);
    }

    @Test
    void startsAgainAtAnyRow() {
        Source source = Samples.csv("sep=;\nname;city\nAnn;Leeds\nBob;York\n");
        try (Spreadsheet file = Spreadsheet.open(source);
                RowReader rows = file.sheet().open(4)) {
            assertThat(rows.next()).isEqualTo(new Row(4, List.of("Bob", "York")));
            assertThat(rows.hasNext()).isFalse();
        }
        try (Spreadsheet file = Spreadsheet.open(source, FileShape.delimited("UTF-8", ';'));
                RowReader rows = file.sheet().open()) {
            assertThat(rows.next().cells()).containsExactly("name", "city");
        }
    }

    @Test
    void readsLargeFilesWithoutHoldingThem() {
        Source endless = new RepeatedLine("李雷,13800138000,\"湖南省, 长沙市\",2024-01-01\n", 64 << 20);
        long count = 0;
        try (Spreadsheet file = Spreadsheet.open(endless, FileShape.delimited("UTF-8", ','));
                RowReader rows = file.sheets().getFirst().open()) {
            while (rows.hasNext()) {
                count += rows.next().cells().size();
            }
        }
        assertThat(count).isEqualTo(4 * (endless.size() / 53));
    }

    /** A large file that is never made. */
    private record RepeatedLine(String text, long bytes) implements Source {

        @Override
        public String name() {
            return "large.csv";
        }

        @Override
        public long size() {
            int line = text.getBytes(StandardCharsets.UTF_8).length;
            return bytes / line * line;
        }

        @Override
        public InputStream open() {
            byte[] line = text.getBytes(StandardCharsets.UTF_8);
            long length = size();
            return new InputStream() {
                private long at;

                @Override
                public int read() {
                    return at < length ? line[(int) (at++ % line.length)] & 0xFF : -1;
                }

                @Override
                public int read(byte[] into, int offset, int wanted) throws IOException {
                    if (at >= length) {
                        return -1;
                    }
                    int start = (int) (at % line.length);
                    int n = Math.min(wanted, line.length - start);
                    System.arraycopy(line, start, into, offset, n);
                    at += n;
                    return n;
                }
            };
        }
    }
}
