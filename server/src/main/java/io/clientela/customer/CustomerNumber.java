package io.clientela.customer;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** The number a customer is known by: {@code C}, the day as yyyyMMdd, and a running number of at least three digits. */
public record CustomerNumber(String text) {

    public CustomerNumber {
        text = text.replace("\0", "");
    }

    private static final Pattern FORM = Pattern.compile("C\\d{11,}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    static CustomerNumber of(LocalDate day, long running) {
        String digits = Long.toString(running);
        return new CustomerNumber("C" + DAY.format(day) + "0".repeat(Math.max(0, 3 - digits.length())) + digits);
    }

    public static boolean looksLike(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
