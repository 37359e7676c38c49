package io.clientela.kit.check;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.Set;

/**
 * Bare digits as a number without the library's parser, which costs several times what checking the number costs; whoever
 * finds the number invalid lets the parser look for trunk prefixes and the like.
 */
final class PlainNumbers {

    private static final Set<Integer> CALLING_CODES =
            Set.copyOf(PhoneNumberUtil.getInstance().getSupportedCallingCodes());

    /** Source: ITU-T E.164, section 6. */
    private static final int MOST_DIGITS = 15;

    private PlainNumbers() {}

    /** Digits that begin with a calling code; none is the beginning of another. */
    static Optional<PhoneNumber> international(String digits) {
        int code = 0;
        for (int length = 1; length <= 3 && length < digits.length(); length++) {
            code = code * 10 + (digits.charAt(length - 1) - '0');
            if (CALLING_CODES.contains(code)) {
                return of(code, digits.substring(length));
            }
        }
        return Optional.empty();
    }

    static Optional<PhoneNumber> of(int callingCode, String national) {
        if (national.isEmpty() || national.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        PhoneNumber number = new PhoneNumber();
        number.setCountryCode(callingCode);
        number.setNationalNumber(Long.parseLong(national));
        int zeros = 0;
        while (zeros < national.length() - 1 && national.charAt(zeros) == '0') {
            zeros++;
        }
        if (zeros > 0) {
            number.setItalianLeadingZero(true);
            number.setNumberOfLeadingZeros(zeros);
        }
        return Optional.of(number);
    }
}
