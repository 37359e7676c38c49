package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.customer.NumberingRule.Dating;
import io.clientela.customer.NumberingRule.Form;
import io.clientela.customer.Outcome.Accepted;
import io.clientela.fields.Offered;
import io.clientela.kernel.Refusal;
import io.clientela.kit.check.Checked;
import io.clientela.kit.check.Context;
import io.clientela.kit.check.Rules;
import io.clientela.kit.fields.FieldType;
import io.clientela.platform.ServerTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A number of any form the rule can make is known as one wherever somebody names a customer. */
@ServerTest
class NumberingFormsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    @Autowired
    NumberingRule rule;

    @Autowired
    WriteGate gate;

    @Autowired
    Selections selections;

    @Autowired
    JdbcClient sql;

    @Test
    void aNumberOfAnyFormIsFoundByBulkWorkAndFitsAField() {
        String given = ((Accepted) gate.submit(List.of(Cast.newIndividual("name", "号码")), Cast.CHEN)
                        .getFirst())
                .number()
                .text();
        String known = given;
        int most = Offered.of(FieldType.CUSTOMER).orElseThrow().longest();
        List<String> numbers = numbers();
        assertThat(numbers).hasSizeGreaterThan(50);
        for (String number : numbers) {
            assertThat(Rules.named("customer").check(number, Context.NONE)).isEqualTo(Checked.ok(number));
            assertThat(number.length()).isLessThanOrEqualTo(most);
            rename(known, number);
            known = number;
            assertThat(selections.named(List.of(number), Cast.CHEN)).as(number).hasSize(1);
        }
        rename(known, given);
    }

    private void rename(String from, String to) {
        assertThat(sql.sql("update customer.file set number = :to where number = :from")
                        .param("from", from)
                        .param("to", to)
                        .update())
                .isOne();
    }

    private List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        for (Dating dating : Dating.values()) {
            for (int digits = 3; digits <= 9; digits++) {
                for (String prefix : List.of("Q", "QXYZ")) {
                    if (isAllowed(prefix, dating, digits)) {
                        Form form = new Form(prefix, dating, digits);
                        numbers.add(form.number(DAY, 1).text());
                        numbers.add(form.number(DAY, 1_999_999_999L).text());
                    }
                }
            }
        }
        return numbers;
    }

    private boolean isAllowed(String prefix, Dating dating, int digits) {
        try {
            rule.check(
                    Map.of(
                            "numbering.prefix", prefix,
                            "numbering.date", dating.name().toLowerCase(Locale.ROOT),
                            "numbering.digits", Integer.toString(digits)),
                    List.of());
            return true;
        } catch (Refusal tooShort) {
            return false;
        }
    }
}
