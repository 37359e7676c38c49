package io.clientela.kit.check;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Telephone numbers in E.164 (ITU-T), extension behind {@code ;ext=}, by the numbering plans of libphonenumber.
 *
 * <p>New ranges open faster than libraries learn of them: a number of the right length in no known range passes with the
 * hint {@code BAD_PHONE}; a wrong length is refused. Where the country is unknown the digits are kept.
 */
final class Phones {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Set<String> COUNTRIES = Set.copyOf(NUMBERS.getSupportedRegions());

    private static final int NORTH_AMERICA = 1;
    private static final int CHINA = 86;
    private static final int CHINESE_MOBILE = 11;
    /** Benin dialled eight digits until 30 November 2024 (ITU Operational Bulletin); registers still hold them. */
    private static final int BENIN = 229;

    private static final int FORMER_BENIN = 8;
    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_DIGITS = 15;

    private Phones() {}

    static Checked phone(String raw, Context context) {
        return check(raw, context, false);
    }

    static Checked mobile(String raw, Context context) {
        return check(raw, context, true);
    }

    private static Checked check(String raw, Context context, boolean mobile) {
        if (isChineseMobile(raw, context)) {
            return Checked.ok(raw.length() == CHINESE_MOBILE ? "+86" + raw : raw);
        }
        String country = country(context);
        PhoneText text = PhoneText.of(raw);
        if (text.damaged()) {
            return Checked.refused(Fault.DAMAGED_NUMBER);
        }
        if (text.digits().isEmpty()) {
            return vanity(raw, country);
        }
        if (!text.international() && text.extension().isEmpty() && isChineseMobile(text.digits(), context)) {
            return Checked.ok("+86" + text.digits());
        }
        if (text.international()) {
            return international(text.digits(), text, mobile);
        }
        if (country.isEmpty()) {
            return withoutCountry(text, mobile);
        }
        return national(text, country, mobile);
    }

    /** By far the commonest number in an import; also its canonical form. */
    private static boolean isChineseMobile(String raw, Context context) {
        int length = raw.length();
        boolean bare = length == CHINESE_MOBILE && context.country().equals("CN");
        boolean canonical = length == CHINESE_MOBILE + 3 && raw.startsWith("+86");
        return (bare || canonical)
                && raw.charAt(length - 11) == '1'
                && raw.charAt(length - 10) >= '3'
                && Codes.isDigits(raw, length - 11, length);
    }

    private static String country(Context context) {
        String country = context.country().toUpperCase(Locale.ROOT);
        if (country.equals("UK")) {
            return "GB";
        }
        return COUNTRIES.contains(country) ? country : "";
    }

    private static Checked national(PhoneText text, String country, boolean mobile) {
        String digits = text.digits();
        Optional<PhoneNumber> direct =
                PlainNumbers.of(NUMBERS.getCountryCodeForRegion(country), withoutTrunk(digits, country));
        if (direct.isPresent() && NUMBERS.isValidNumber(direct.get())) {
            return accept(direct.get(), true, text, mobile);
        }
        Optional<PhoneNumber> parsed = parse(digits, country);
        if (parsed.isPresent() && NUMBERS.isValidNumber(parsed.get())) {
            return accept(parsed.get(), true, text, mobile);
        }
        if (digits.startsWith("00")) {
            return international(digits.substring(2), text, mobile);
        }
        Optional<PhoneNumber> withoutPlus = mayLackPlus(digits, country) ? parse("+" + digits, "ZZ") : Optional.empty();
        if (withoutPlus.isPresent() && NUMBERS.isValidNumber(withoutPlus.get())) {
            return accept(withoutPlus.get(), true, text, mobile);
        }
        if (parsed.isPresent() && isPossible(parsed.get())) {
            return accept(parsed.get(), false, text, mobile);
        }
        if (!mobile && parsed.isPresent() && isShortOrLocal(parsed.get(), country)) {
            return new Checked.Ok(digits + text.suffix(), List.of(Problem.of(Fault.BAD_PHONE, "country", country)));
        }
        return mobile && country.equals("CN")
                ? Codes.badLength(Integer.toString(CHINESE_MOBILE), digits.length())
                : Checked.refused(Fault.BAD_PHONE, "country", country);
    }

    /** A Chinese line as it is dialled at home, 010 6234 5678, is as common as mobiles are. */
    private static String withoutTrunk(String digits, String country) {
        boolean trunk = country.equals("CN") && digits.startsWith("0") && !digits.startsWith("00");
        return trunk ? digits.substring(1) : digits;
    }

    /** In China eleven digits beginning with 1 are a mistyped mobile, not an American number. */
    private static boolean mayLackPlus(String digits, String country) {
        return digits.length() >= CHINESE_MOBILE && !(country.equals("CN") && digits.startsWith("1"));
    }

    private static Checked international(String digits, PhoneText text, boolean mobile) {
        Optional<PhoneNumber> direct = PlainNumbers.international(digits);
        if (direct.isPresent() && NUMBERS.isValidNumber(direct.get())) {
            return accept(direct.get(), true, text, mobile);
        }
        Optional<PhoneNumber> parsed = parse("+" + digits, "ZZ");
        boolean valid = parsed.isPresent() && NUMBERS.isValidNumber(parsed.get());
        return parsed.isPresent() && (valid || isPossible(parsed.get()))
                ? accept(parsed.get(), valid, text, mobile)
                : Checked.refused(Fault.BAD_PHONE);
    }

    private static Checked withoutCountry(PhoneText text, boolean mobile) {
        String digits = text.digits();
        if (digits.startsWith("00") && international(digits.substring(2), text, mobile) instanceof Checked.Ok ok) {
            return ok;
        }
        return digits.length() < FEWEST_DIGITS || digits.length() > MOST_DIGITS
                ? Codes.badLength(FEWEST_DIGITS + "–" + MOST_DIGITS, digits.length())
                : Checked.ok(digits + text.suffix());
    }

    /** The number has at least a possible length; what is left are the rules of mobiles. */
    private static Checked accept(PhoneNumber number, boolean valid, PhoneText text, boolean mobile) {
        if (number.getCountryCode() == CHINA) {
            String national = NUMBERS.getNationalSignificantNumber(number);
            boolean looksMobile = national.charAt(0) == '1' && national.length() > 1 && national.charAt(1) >= '3';
            // Ten digits beginning with 13 would pass for a line in an area code that doesn't exist.
            if ((mobile || (looksMobile && !valid)) && !(looksMobile && national.length() == CHINESE_MOBILE)) {
                if (national.length() == CHINESE_MOBILE) {
                    return Checked.refused(Fault.BAD_PHONE, "country", "CN");
                }
                return Codes.badLength(Integer.toString(CHINESE_MOBILE), national.length());
            }
        } else if (mobile && !valid && !NUMBERS.isPossibleNumberForType(number, PhoneNumberType.MOBILE)) {
            return Checked.refused(Fault.BAD_PHONE);
        }
        String value = NUMBERS.format(number, PhoneNumberFormat.E164);
        if (valid) {
            return Checked.ok(value + text.suffix());
        }
        return isLasting(value)
                ? new Checked.Ok(value + text.suffix(), List.of(Problem.of(Fault.BAD_PHONE)))
                : Checked.refused(Fault.BAD_PHONE);
    }

    /** Of a number in no known range the parser may take more away each time it sees it. */
    private static boolean isLasting(String value) {
        Optional<PhoneNumber> again = parse(value, "ZZ");
        return again.isPresent()
                && isPossible(again.get())
                && NUMBERS.format(again.get(), PhoneNumberFormat.E164).equals(value);
    }

    private static boolean isPossible(PhoneNumber number) {
        return NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                || (number.getCountryCode() == BENIN
                        && NUMBERS.getNationalSignificantNumber(number).length() == FORMER_BENIN);
    }

    /** 95588, or a line without its area code: can be dialled there, but has no E.164. */
    private static boolean isShortOrLocal(PhoneNumber number, String country) {
        return NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE_LOCAL_ONLY
                || ShortNumberInfo.getInstance().isValidShortNumberForRegion(number, country);
    }

    /** 1-800-FLOWERS, a custom of North America only. */
    private static Checked vanity(String raw, String country) {
        String text = Codes.tidy(raw);
        if (text.length() < 30 && !country.isEmpty() && NUMBERS.isAlphaNumber(text)) {
            Optional<PhoneNumber> parsed = parse(text, country);
            if (parsed.isPresent()
                    && parsed.get().getCountryCode() == NORTH_AMERICA
                    && NUMBERS.isValidNumber(parsed.get())) {
                return Checked.ok(NUMBERS.format(parsed.get(), PhoneNumberFormat.E164));
            }
        }
        return Checked.refused(Fault.BAD_PHONE);
    }

    private static Optional<PhoneNumber> parse(String number, String country) {
        try {
            return Optional.of(NUMBERS.parse(number, country));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
