package io.clientela.fields;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.Field.Mask;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text shown instead of a value: enough to recognise one's own, too little to use or to guess the length of the rest. */
public final class Masks {
    private static final String SOME = "•••";
    private static final String ALL = "••••";
    private static final String WHOLE = "••••••••";
    /** With fewer characters the last four would be half of it or more. */
    private static final int LEAST_FOR_LAST_FOUR = 8;

    private static final Pattern SPACE = Pattern.compile("\\s");
    private static final int LEAST_DIGITS = 8;
    private static final int CHINA = 86;

    private Masks() {}

    /** The masked text of a canonical value of this field; empty for an empty one. */
    public static String mask(Field field, String value) {
        return mask(field.mask(), value);
    }

    public static String mask(Mask mask, String value) {
        if (value.isBlank()) {
            return "";
        }
        return switch (mask) {
            case ALL -> ALL;
            case LAST_FOUR -> lastFour(value);
            case PHONE -> phone(value);
            case EMAIL -> email(value);
            case NAME -> name(value);
            case ADDRESS -> address(value);
        };
    }

    private static String lastFour(String value) {
        String bare = SPACE.matcher(value).replaceAll("");
        return bare.length() < LEAST_FOR_LAST_FOUR ? WHOLE : ALL + " " + bare.substring(bare.length() - 4);
    }

    private static String phone(String value) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = KeptPhones.read(value);
            String national = phones.getNationalSignificantNumber(number);
            if (national.length() < LEAST_DIGITS) {
                return WHOLE;
            }
            String end = national.substring(national.length() - 4);
            boolean chineseMobile =
                    number.getCountryCode() == CHINA && phones.getNumberType(number) == PhoneNumberType.MOBILE;
            String start = chineseMobile ? national.substring(0, 3) : "+" + number.getCountryCode() + " ";
            return start + ALL + end;
        } catch (NumberParseException e) {
            return WHOLE;
        }
    }

    private static String email(String value) {
        int at = value.lastIndexOf('@');
        int dot = value.lastIndexOf('.');
        if (at < 1 || dot < at + 2) {
            return WHOLE;
        }
        return first(value) + SOME + "@" + first(value.substring(at + 1)) + SOME + value.substring(dot);
    }

    /** Chinese names keep their first character, others the first letter of each word. */
    private static String name(String value) {
        return Pattern.compile("\\s+")
                .splitAsStream(value.strip())
                .map(word -> first(word) + SOME)
                .collect(Collectors.joining(" "));
    }

    private static String address(String value) {
        String shown = value.codePoints()
                .takeWhile(each -> !Character.isDigit(each))
                .limit(3)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return value.length() < 6 ? ALL : shown.strip() + SOME;
    }

    private static String first(String text) {
        return new String(Character.toChars(text.codePointAt(0)));
    }
}
