package io.clientela.kit.check;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** The country a canonical number belongs to. */
public final class PhoneCountry {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneCountry() {}

    /** ISO 3166 alpha-2 code of a number in E.164; empty where the number names no country or one of several. */
    public static String of(String phone) {
        if (!phone.startsWith("+")) {
            return "";
        }
        int extension = phone.indexOf(';');
        String digits = phone.substring(1, extension < 0 ? phone.length() : extension);
        return PlainNumbers.international(digits)
                .map(PhoneNumber::getCountryCode)
                .map(NUMBERS::getRegionCodeForCountryCode)
                .filter(region -> region.length() == 2 && !region.equals("ZZ"))
                .orElse("");
    }
}
