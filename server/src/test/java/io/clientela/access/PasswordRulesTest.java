package io.clientela.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.kernel.Refusal.FieldProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules(() -> PasswordRules.SHORTEST);

    @ParameterizedTest
    @CsvSource({
        "short1234, password_short",
        "Lin.Wei.2026, password_is_name",
        "１２３４５６７８９０, password_common",
        "PASSWORD123, password_common",
        "abababababab, password_common",
    })
    void refusesWhatIsGuessedFirst(String password, String code) {
        assertThat(rules.fault(password, "lin.wei.2026"))
                .map(FieldProblem::code)
                .contains(code);
    }

    @ParameterizedTest
    @CsvSource({"violet teapot harbour", "一只紫色的茶壶停在港口", "contraseña-larga-y-rara"})
    void takesLongOnesOfAnyScript(String password) {
        assertThat(rules.fault(password, "lin.wei.2026")).isEmpty();
    }

    @Test
    void refusesMoreThanTheLongest() {
        assertThat(rules.fault("ab1".repeat(43), "x")).map(FieldProblem::code).contains("password_long");
        assertThat(rules.fault("ab1".repeat(42), "x")).isEmpty();
    }
}
