package io.clientela.kit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files of cards as strangers send them. */
class CardRowsTest {

    private static final String ANA = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Gil\r\nEND:VCARD\r\n";

    private static Source cards(String text) {
        return Source.of("cards.vcf", text.getBytes(StandardCharsets.UTF_8));
    }

    private static FormatError refusal(String text) {
        return catchThrowableOfType(FormatError.class, () -> Samples.cells(cards(text)));
    }

    /** A file of as many pieces as wanted, made while it is read. */
    private static Source endless(String before, String piece, int times, String after) {
        return new Source() {
            @Override
            public String name() {
                return "cards.vcf";
            }

            @Override
            public long size() {
                return (long) piece.length() * times;
            }

            @Override
            public InputStream open() {
                byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
                Iterator<InputStream> pieces = IntStream.range(0, times + 2)
                        .mapToObj(i -> (InputStream) new java.io.ByteArrayInputStream(
                                i == 0
                                        ? before.getBytes(StandardCharsets.UTF_8)
                                        : i == times + 1 ? after.getBytes(StandardCharsets.UTF_8) : bytes))
                        .iterator();
                return new SequenceInputStream(Collections.enumeration(new java.util.AbstractList<InputStream>() {
                    @Override
                    public InputStream get(int index) {
                        return pieces.next();
                    }

                    @Override
                    public int size() {
                        return times + 2;
                    }
                }));
            }
        };
    }

    @Test
    void namesThePropertiesAndGivesOneRowForEachCard() {
        List<List<String>> rows = Samples.cells(cards("\r\n" + ANA + "\r\n" + ANA.toLowerCase(java.util.Locale.ROOT)));
        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst()).startsWith("KIND", "FN").endsWith("VCARD");
        assertThat(rows.get(1)).startsWith("individual", "Ana Gil");
        assertThat(Sniffer.sniff(cards("\uFEFF" + ANA))).isEqualTo(FileShape.cards("UTF-8"));
    }

    @Test
    void readsCardsInTheEncodingOfTheirFile() {
        String chinese = ANA.replace("Ana Gil", "欧阳雪").repeat(5);
        for (String encoding : List.of("GB18030", "UTF-16LE", "UTF-8")) {
            Source source = Source.of(
                    "a.vcf",
                    ("\uFEFF".repeat(encoding.equals("UTF-16LE") ? 1 : 0) + chinese)
                            .getBytes(java.nio.charset.Charset.forName(encoding)));
            assertThat(Samples.cells(source).get(5)).contains("欧阳雪");
        }
    }

    @Test
    void refusesACardThatDoesNotEnd() {
        assertThat(refusal(ANA + "BEGIN:VCARD\r\nFN:Open\r\n").details()).containsEntry("line", "5");
        assertThat(refusal("BEGIN:VCARD\r\nFN:Open\r\n" + ANA).code()).isEqualTo(FormatError.Code.BROKEN_VCARD);
    }

    @Test
    void takesAnAgentWithinACardButNotForEver() {
        String nested = "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Gil;Ana\r\nAGENT:\r\n" + ANA + "END:VCARD\r\n";
        assertThat(Samples.cells(cards(nested)).get(1)).startsWith("individual");
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            deep.append("BEGIN:VCARD\r\nVERSION:2.1\r\nAGENT:\r\n");
        }
        assertThat(refusal(deep + ANA).code()).isEqualTo(FormatError.Code.BROKEN_VCARD);
    }

    @Test
    void passesOverAPhotoThatNoFileKeeps() {
        String line = " " + "A".repeat(1_023) + "\r\n";
        Source huge = endless(
                "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nPHOTO;ENCODING=b;TYPE=JPEG:\r\n",
                line,
                50_000,
                "END:VCARD\r\n" + ANA);
        List<List<String>> rows = Samples.cells(huge);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1).getLast()).hasSizeBetween(CardSplitter.LONGEST, CardSplitter.LONGEST + 10);
        assertThat(rows.get(2)).contains("Ana Gil");
    }

    @Test
    void readsAHundredThousandCards() {
        try (Spreadsheet file = Spreadsheet.open(endless("", ANA, 100_000, ""));
                RowReader rows = file.sheet().open()) {
            long last = 0;
            while (rows.hasNext()) {
                last = rows.next().number();
            }
            assertThat(last).isEqualTo(100_001);
        }
    }
}
