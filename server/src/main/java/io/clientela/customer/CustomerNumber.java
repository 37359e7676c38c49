package io.clientela.customer;

import java.util.regex.Pattern;

/** The number a customer is known by, given by the rule that was in force on its day and never changed; see {@link NumberingRule}. */
public record CustomerNumber(String text) {

    public CustomerNumber {
        text = text.replace("\0", "");
    }

    private static final Pattern FORM = Pattern.compile("[A-Z]{1,4}\\d{7,}");

    /** Whether a text may be a number under some rule. */
    public static boolean looksLike(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
