package io.clientela.kit.check;

import io.clientela.kit.text.Names;
import io.clientela.kit.text.Scripts;
import io.clientela.kit.text.Tidy;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that are words: nothing is refused that a person could mean. */
final class TextRules {

    private static final int LONGEST_EXTERNAL_ID = 64;
    private static final int LONGEST_WECHAT = 40;
    private static final Pattern CUSTOMER = Pattern.compile("[A-Z]{1,4}\\d{7,}");

    private static final Pattern ATTACHMENT = Pattern.compile("([1-9]\\d{0,17})|\\{\"id\":([1-9]\\d{0,17}),.*");

    private TextRules() {}

    static Checked text(String raw, Context context) {
        return Checked.ok(Tidy.line(raw));
    }

    /**
     * Free text is what somebody wrote and stays as it was written: spaces, line ends, widths, composition and control
     * characters. Only what no database and no file can hold, a NUL and half a surrogate pair, is refused.
     */
    static Checked longText(String raw, Context context) {
        for (int i = 0; i < raw.length(); ) {
            int codePoint = raw.codePointAt(i);
            if (codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)) {
                return Checked.refused(
                        Fault.BAD_CHARACTER,
                        "found",
                        "U+%04X".formatted(codePoint),
                        "position",
                        Integer.toString(i + 1));
            }
            i += Character.charCount(codePoint);
        }
        return Checked.ok(raw);
    }

    /** Properties of a card, kept as they are. */
    static Checked card(String raw, Context context) {
        return raw.startsWith("BEGIN:VCARD") ? longText(raw, context) : Checked.refused(Fault.BAD_FORM);
    }

    /** Control characters and direction overrides make a name look like another: refused, not mended. */
    static Checked name(String raw, Context context) {
        for (int i = 0; i < raw.length(); ) {
            int codePoint = raw.codePointAt(i);
            i += Character.charCount(codePoint);
            if (Tidy.isHarmful(codePoint)) {
                return Checked.refused(
                        Fault.BAD_CHARACTER, "found", "U+%04X".formatted(codePoint), "position", Integer.toString(i));
            }
        }
        String name = Names.clean(raw);
        return Scripts.hasLetterOrDigit(name) ? Checked.ok(name) : Checked.refused(Fault.NO_LETTERS);
    }

    /** The key another system gave: case kept, a number written {@code 1.0} by a spreadsheet is 1. */
    static Checked externalId(String raw, Context context) {
        String id = Codes.tidy(raw);
        if (Spreadsheets.isDamagedNumber(id)) {
            return Checked.refused(Fault.DAMAGED_NUMBER);
        }
        String plain = Spreadsheets.withoutPointZero(id);
        return Rules.tooLong(plain, LONGEST_EXTERNAL_ID)
                .<Checked>map(Checked.Refused::new)
                .orElseGet(() -> Checked.ok(plain));
    }

    /** A customer's number as the product gives them; whether there is one is for whoever keeps them to say. */
    static Checked customer(String raw, Context context) {
        String number = Codes.tidy(raw).toUpperCase(Locale.ROOT);
        return CUSTOMER.matcher(number).matches() ? Checked.ok(number) : Checked.refused(Fault.BAD_FORM);
    }

    /** The id of a stored file, alone or at the head of what is kept of one; whether there is one is for whoever keeps them to say. */
    static Checked attachment(String raw, Context context) {
        Matcher id = ATTACHMENT.matcher(Tidy.line(raw));
        return id.matches()
                ? Checked.ok(id.group(1) == null ? id.group(2) : id.group(1))
                : Checked.refused(Fault.BAD_FORM);
    }

    /**
     * WeChat's own rule is 6 to 20 letters, digits, - and _, beginning with a letter; registers also hold the phone or QQ number
     * by which the person is found, so digits alone and other lengths pass.
     */
    static Checked wechat(String raw, Context context) {
        String id = Spreadsheets.withoutPointZero(Codes.tidy(raw));
        int colon = id.indexOf(':');
        if (colon >= 0 && isLabel(id.substring(0, colon))) {
            id = id.substring(colon + 1).strip();
        }
        if (Spreadsheets.isDamagedNumber(id)) {
            return Checked.refused(Fault.DAMAGED_NUMBER);
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c > 0x7F || (!Character.isLetterOrDigit(c) && "-_.@+".indexOf(c) < 0)) {
                return Checked.refused(Fault.BAD_CHARACTER, "found", Character.toString(c));
            }
        }
        return id.length() < 2 || id.length() > LONGEST_WECHAT ? Codes.badLength("6–20", id.length()) : Checked.ok(id);
    }

    private static boolean isLabel(String text) {
        String label = text.strip().toLowerCase(Locale.ROOT);
        return label.equals("微信") || label.equals("微信号") || label.equals("wechat") || label.equals("wx");
    }
}
