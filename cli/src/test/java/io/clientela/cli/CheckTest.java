package io.clientela.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            document_number | 11010519491231002X   | 11010519491231002X | ok
            document_number | １１０１０５１９４９１２３１００２Ｘ | 11010519491231002X | ok
            document_number | 110105194912310021   | ''                 | bad_check_digit
            document_number | 1.1E+17              | ''                 | damaged_number
            mobile          | 0086 138 0013 8000   | +8613800138000     | ok
            region          | 北京市朝阳区               | CN-110105          | ok
            region          | nowhere at all       | ''                 | unknown_choice
            gender          | Mujer                | female             | ok
            enterprise.name | 上海大众             | 上海大众               | ok
            """)
    void answersWithTheNormalisedValueOrTheCode(String field, String value, String normalised, String code) {
        Terminal terminal = Terminal.run("en", value + "\n", "check", field);

        assertThat(terminal.out()).isEqualTo(value + "\t" + normalised + "\t" + code + "\n");
        assertThat(terminal.code()).isZero();
    }

    @Test
    void answersLineByLineAndTellsBlankRequiredOnes() {
        Terminal terminal = Terminal.run("en", "\n张三\n", "check", "name", "--type", "individual");

        assertThat(terminal.out().lines()).containsExactly("\t\trequired", "张三\t张三\tok");
    }

    @Test
    void namesTheFieldsThereAreWhenItDoesNotKnowOne() {
        Terminal terminal = Terminal.run("es", "", "check", "apodo");

        assertThat(terminal.code()).isEqualTo(Main.FAILED);
        assertThat(terminal.err()).startsWith("No hay ningún campo apodo.").contains("document_number");
    }
}
