package io.clientela.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.kit.check.Fault;
import io.clientela.platform.Messages;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
    private final Messages messages = new Messages();

    @ParameterizedTest
    @EnumSource
    void explainEveryFaultAndItsRemedyInEveryLanguage(Fault fault) {
        for (String language : Messages.LANGUAGES) {
            for (String part : new String[] {".cause", ".remedy"}) {
                String key = "fault." + fault.code() + part;
                assertThat(messages.has(key, language)).as(key + " " + language).isTrue();
                assertThat(messages.text(key, language, Map.of("expected", "200", "found", "240")))
                        .as(key + " " + language)
                        .isNotBlank()
                        .doesNotContain("{")
                        .doesNotContain("''");
            }
        }
    }

    @Test
    void haveTheSameKeysInEveryLanguage() {
        assertThat(messages.keys("zh")).isEqualTo(messages.keys("en")).isEqualTo(messages.keys("es"));
    }
}
