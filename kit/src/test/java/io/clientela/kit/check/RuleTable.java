package io.clientela.kit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** One line of a table: raw value, and the canonical value or {@code !fault} expected; canonical values are checked twice. */
final class RuleTable {

    private RuleTable() {}

    static void holds(String rule, String raw, String country, String order, String expected) {
        holds(rule, raw, new Context(country, order, Map.of()), expected);
    }

    static void holds(String rule, String raw, Context context, String expected) {
        String found = outcome(rule, raw, context);
        assertThat(found).as("%s of <%s> in %s", rule, raw, context).isEqualTo(expected);
        if (!found.startsWith("!")) {
            assertThat(outcome(rule, found, context)).as("%s again", rule).isEqualTo(found);
        }
    }

    static String outcome(String rule, String raw, Context context) {
        return switch (Rules.named(rule).check(raw, context)) {
            case Checked.Ok ok -> ok.value();
            case Checked.Refused refused -> "!" + refused.problem().fault().code();
        };
    }

    static Map<String, String> details(String rule, String raw, Context context) {
        return Rules.named(rule).check(raw, context) instanceof Checked.Refused refused
                ? refused.problem().details()
                : Map.of();
    }
}
