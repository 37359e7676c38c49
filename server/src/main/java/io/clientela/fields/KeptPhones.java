package io.clientela.fields;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Set;

/**
 * Reads telephone numbers as they are kept, in E.164. The library reads whatever somebody may have typed, with extensions, letters and
 * prefixes of a country, which took a quarter of the time of an export.
 */
final class KeptPhones {

    private static final int LONGEST_CODE = 3;
    private static final int LEAST = 8;
    private static final int MOST = 16;

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final Set<Integer> CODES = PHONES.getSupportedCallingCodes();

    private KeptPhones() {}

    static PhoneNumber read(String value) throws NumberParseException {
        if (!isPlain(value)) {
            return PHONES.parse(value, "ZZ");
        }
        // No country's code is the beginning of another's.
        for (int end = 2; end <= 1 + LONGEST_CODE; end++) {
            int code = Integer.parseInt(value, 1, end, 10);
            if (CODES.contains(code)) {
                return number(code, value.substring(end));
            }
        }
        return PHONES.parse(value, "ZZ");
    }

    private static boolean isPlain(String value) {
        if (value.length() < LEAST || value.length() > MOST || value.charAt(0) != '+' || value.charAt(1) == '0') {
            return false;
        }
        for (int i = 1; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static PhoneNumber number(int code, String national) {
        PhoneNumber number = new PhoneNumber().setCountryCode(code).setNationalNumber(Long.parseLong(national));
        int zeros = 0;
        while (zeros < national.length() - 1 && national.charAt(zeros) == '0') {
            zeros++;
        }
        if (zeros > 0) {
            number.setItalianLeadingZero(true);
        }
        if (zeros > 1) {
            number.setNumberOfLeadingZeros(zeros);
        }
        return number;
    }
}
