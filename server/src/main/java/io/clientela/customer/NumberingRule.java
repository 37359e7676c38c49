package io.clientela.customer;

import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.platform.Governed;
import io.clientela.platform.SettingGroup;
import io.clientela.platform.SettingValues;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * How new customer numbers are made: a prefix of letters, the date as far as the rule says, and a running number. Numbers already
 * given never change. A prefix belongs to its form of date for ever, so that no two rules can make the same number.
 */
@Component
class NumberingRule implements SettingGroup {

    private static final String PREFIX = "numbering.prefix";
    private static final String DATE = "numbering.date";
    private static final String DIGITS = "numbering.digits";
    private static final Pattern LETTERS = Pattern.compile("[A-Z]{1,4}");
    private static final Map<String, String> SHIPPED = Map.of(PREFIX, "C", DATE, "day");

    private final ObjectProvider<SettingValues> values;

    NumberingRule(ObjectProvider<SettingValues> values) {
        this.values = values;
    }

    /** The rule in force now. */
    Form form() {
        SettingValues now = values.getObject();
        return new Form(
                now.text(PREFIX), Dating.valueOf(now.text(DATE).toUpperCase(Locale.ROOT)), (int) now.number(DIGITS));
    }

    @Override
    public String key() {
        return "numbering";
    }

    /** With fewer digits a number without a date would be too short to be told from a word. */
    @Override
    public List<Governed> settings() {
        return List.of(
                new Governed(PREFIX, Governed.Form.TEXT, "C", 1, 4, List.of()),
                Governed.choice(DATE, "day", List.of("day", "month", "year", "none")),
                Governed.number(DIGITS, 3, 3, 9));
    }

    @Override
    public void check(Map<String, String> wanted, List<Map<String, String>> states) {
        String prefix = wanted.getOrDefault(PREFIX, "");
        String date = wanted.getOrDefault(DATE, "");
        if (!LETTERS.matcher(prefix).matches()) {
            throw refusal("numbering_letters");
        }
        boolean taken =
                differs(SHIPPED, prefix, date) || states.stream().anyMatch(values -> differs(values, prefix, date));
        if (taken) {
            throw refusal("numbering_prefix_taken");
        }
        if (dateLength(date) + Long.parseLong(wanted.getOrDefault(DIGITS, "0")) < 7) {
            throw new Refusal(
                    CommonError.INVALID_VALUES,
                    Map.of(),
                    List.of(new FieldProblem(DIGITS, "numbering_short", Map.of())));
        }
    }

    private static boolean differs(Map<String, String> values, String prefix, String date) {
        return prefix.equals(values.get(PREFIX)) && !date.equals(values.get(DATE));
    }

    private static int dateLength(String date) {
        return Dating.valueOf(date.toUpperCase(Locale.ROOT)).pattern.length();
    }

    private static Refusal refusal(String code) {
        return new Refusal(CommonError.INVALID_VALUES, Map.of(), List.of(new FieldProblem(PREFIX, code, Map.of())));
    }

    /** How much of the date stands in a number, and so when the running number begins anew. */
    enum Dating {
        DAY("yyyyMMdd"),
        MONTH("yyyyMM"),
        YEAR("yyyy"),
        NONE("");

        private final String pattern;

        Dating(String pattern) {
            this.pattern = pattern;
        }
    }

    /** One rule. */
    record Form(String prefix, Dating dating, int digits) {

        /** The day under which its running numbers are counted; two rules may share one, numbers are only ever skipped by it. */
        LocalDate counted(LocalDate day) {
            return switch (dating) {
                case DAY -> day;
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
                case NONE -> LocalDate.EPOCH;
            };
        }

        CustomerNumber number(LocalDate day, long running) {
            String count = Long.toString(running);
            String date = dating.pattern.isEmpty()
                    ? ""
                    : DateTimeFormatter.ofPattern(dating.pattern, Locale.ROOT).format(day);
            return new CustomerNumber(prefix + date + "0".repeat(Math.max(0, digits - count.length())) + count);
        }
    }
}
