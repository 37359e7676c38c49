package io.clientela.kit.fields;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @ParameterizedTest
    @CsvSource({
        "会员, Members, Socios, zh, 会员",
        "会员, Members, Socios, es, Socios",
        "会员, Members, Socios, fr, Members",
        "会员, '', '', es, 会员",
        "会员, '', '', en, 会员",
        "会员, Members, ' ', es, Members",
        "'', '', Socios, zh, Socios",
        "'', '', '', zh, ''"
    })
    void whatIsNotSaidInALanguageIsReadInAnother(String zh, String en, String es, String language, String read) {
        Texts texts = new Texts(zh, en, es);

        assertThat(texts.in(language)).isEqualTo(read);
        assertThat(texts.blank()).isEqualTo(read.isEmpty());
    }
}
