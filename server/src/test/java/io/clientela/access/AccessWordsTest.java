package io.clientela.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.audit.AuditReport;
import io.clientela.kernel.Functions;
import io.clientela.platform.Messages;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AccessWordsTest {

    private static final List<String> FAULTS = List.of(
            "password_short",
            "password_long",
            "password_is_name",
            "password_common",
            "password_wrong",
            "password_same",
            "access_name",
            "access_text",
            "access_days",
            "access_unknown",
            "access_key",
            "access_retired");

    private final Messages messages = new Messages();

    @Test
    void everyRefusalHasItsCauseAndRemedyInEveryLanguage() {
        for (String language : Messages.LANGUAGES) {
            for (AccessError error : AccessError.values()) {
                assertThat(messages.has("error." + error.code() + ".cause", language))
                        .as(error.code())
                        .isTrue();
                assertThat(messages.has("error." + error.code() + ".remedy", language))
                        .as(error.code())
                        .isTrue();
            }
            for (String fault : FAULTS) {
                assertThat(messages.has("fault." + fault + ".cause", language))
                        .as(fault)
                        .isTrue();
                assertThat(messages.has("fault." + fault + ".remedy", language))
                        .as(fault)
                        .isTrue();
            }
            for (String function : Functions.ALL) {
                for (String key :
                        List.of(function.substring(0, function.indexOf('.')), function, function + ".explained")) {
                    assertThat(messages.has("function." + key, language))
                            .as(key)
                            .isTrue();
                }
            }
            for (AuditReport.Kind kind : AuditReport.Kind.values()) {
                String key = "audit.trouble." + kind.name().toLowerCase(Locale.ROOT);
                assertThat(messages.has(key, language)).as(key).isTrue();
            }
        }
    }
}
