package io.clientela.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | frobnicate            | There is no option or argument frobnicate here.
            zh | frobnicate            | 这里没有选项或参数 frobnicate。
            es | up --colour           | Aquí no hay opción ni argumento --colour.
            en | up --port high        | --port can't be "high".
            es | import a.csv --dates x| --dates no puede ser «x». Admite: dmy, mdy, ymd.
            zh | find                  | 缺少：TEXT。
            """)
    void saysHowItWasMisused(String language, String line, String sentence) {
        Terminal terminal = Terminal.run(language, "", line.split(" "));

        assertThat(terminal.code()).isEqualTo(Main.MISUSED);
        assertThat(terminal.err()).startsWith(sentence).hasLineCount(1);
        assertThat(terminal.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            find Wang --token t --url http://127.0.0.1:1     | No server answers at http://127.0.0.1:1.
            find Wang --token t --url localhost              | The server address localhost is not understood.
            import no-such.csv --token t                     | The file no-such.csv does not exist.
            export customers.pdf --token t                   | The file customers.pdf ends in none of .csv, .tsv, .xlsx, .json and .vcf.
            export c.csv --token t --filter region           | The condition region is not understood.
            export c.csv --token t --as-of yesterday         | The moment yesterday is not understood.
            up --port 70000                                  | The port 70000 is not between 0 and 65535.
            """)
    void saysInOneSentenceWhyAVerbFailed(String line, String sentence) {
        Terminal terminal = Terminal.run("en", "", line.split(" "));

        assertThat(terminal.err()).startsWith(sentence).hasLineCount(1);
        assertThat(terminal.code()).isEqualTo(Main.FAILED);
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void showsItsHelpInTheReadersLanguage() {
        assertThat(Terminal.run("zh", "", "--help").out()).contains("命令：").contains("在前台运行服务器");
        assertThat(Terminal.run("es", "", "import", "--help").out()).startsWith("Uso: clientela import");
    }

    @Test
    void wantsAFileOrARunToResumeButNotBoth() {
        assertThat(Terminal.run("en", "", "import", "--token", "t").code()).isEqualTo(Main.MISUSED);
        assertThat(Terminal.run("en", "", "import", "a.csv", "--resume", "3", "--token", "t")
                        .code())
                .isEqualTo(Main.MISUSED);
    }
}
