package io.clientela.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "合同 2026.pdf            | 合同 2026.pdf",
                "C:\\Users\\ana\\nif.PDF  | nif.PDF",
                "../../etc/passwd.txt     | passwd.txt",
                "a/b\\c.png               | c.png",
                ".htaccess.txt            | htaccess.txt",
                "con<tra>to:1?.pdf        | con_tra_to_1_.pdf",
                "informe.pdf. .           | informe.pdf"
            })
    void leavesOfANameWhatIsHarmless(String given, String clean) {
        assertThat(FileName.clean(given)).contains(clean);
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "'/'", "'..'", "'C:\\'"})
    void whereNothingIsLeftThereIsNoName(String given) {
        assertThat(FileName.clean(given)).isEmpty();
    }

    @org.junit.jupiter.api.Test
    void aNameThatIsReadBackwardsShowsItsRealEnding() {
        assertThat(FileName.clean("factura\u202Efdp.exe")).contains("facturafdp.exe");
        assertThat(FileName.ending("facturafdp.exe")).isEqualTo("exe");
    }

    @Property
    void noNameHasAPathOrAnythingUnseenOrIsLong(@ForAll String given) {
        Optional<String> name = FileName.clean(given);
        name.ifPresent(clean -> {
            assertThat(clean).doesNotContain("/", "\\").doesNotStartWith(".").doesNotMatch("(?s).*\\p{Cc}.*");
            assertThat(clean.codePointCount(0, clean.length())).isBetween(1, 150);
            assertThat(FileName.clean(clean)).contains(clean);
        });
    }
}
