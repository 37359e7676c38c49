package io.clientela.kit.text;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Set;

/** The digits of a phone number that people dial and remember: without the country's code. */
public final class PhoneDigits {

    private static final Set<Integer> CALLING_CODES =
            Set.copyOf(PhoneNumberUtil.getInstance().getSupportedCallingCodes());

    private PhoneDigits() {}

    /** Of a phone in E.164 or as bare digits; an extension is left off. */
    public static String national(String phone) {
        int end = phone.indexOf(';');
        String number = end < 0 ? phone : phone.substring(0, end);
        String digits = of(number);
        return number.startsWith("+") ? withoutCallingCode(digits) : digits;
    }

    /** ASCII digits only. */
    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** No calling code is the beginning of another (ITU-T E.164). */
    static String withoutCallingCode(String digits) {
        int code = 0;
        for (int length = 1; length <= 3 && length < digits.length(); length++) {
            code = code * 10 + (digits.charAt(length - 1) - '0');
            if (CALLING_CODES.contains(code)) {
                return digits.substring(length);
            }
        }
        return digits;
    }
}
