package io.clientela.kit.check;

import java.util.Locale;

/**
 * E-mail addresses as people have them: a dot-atom, letters of any script allowed (RFC 5321 and 5322, RFC 6531), at a domain
 * name. Comments, quoted local parts and addresses of machines are refused.
 */
final class Emails {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;

    private Emails() {}

    static Checked check(String raw, Context context) {
        String text = Codes.tidy(raw);
        if (text.length() > Codes.LONGEST) {
            return Checked.refused(Fault.BAD_EMAIL);
        }
        text = address(text);
        int at = text.indexOf('@');
        if (at < 0) {
            return Checked.refused(Fault.BAD_EMAIL, "missing", "@");
        }
        String local = text.substring(0, at);
        String domain = text.substring(at + 1).toLowerCase(Locale.ROOT);
        if (!isLocal(local)) {
            return Checked.refused(Fault.BAD_EMAIL, "part", "before @");
        }
        if (!Domains.isName(domain)) {
            return Checked.refused(Fault.BAD_EMAIL, "part", "after @");
        }
        String email = local + "@" + domain;
        return email.length() > LONGEST ? Checked.refused(Fault.BAD_EMAIL) : Checked.ok(email);
    }

    /** The address in {@code mailto:a@b.com}, {@code Ana <a@b.com>} and {@code a@b.com;}. */
    private static String address(String text) {
        String out = text;
        int open = out.lastIndexOf('<');
        if (open >= 0 && out.endsWith(">")) {
            out = out.substring(open + 1, out.length() - 1).strip();
        }
        if (out.regionMatches(true, 0, "mailto:", 0, 7)) {
            out = out.substring(7).strip();
        }
        while (!out.isEmpty() && ",;.".indexOf(out.charAt(out.length() - 1)) >= 0) {
            out = out.substring(0, out.length() - 1).strip();
        }
        return out;
    }

    private static boolean isLocal(String local) {
        if (local.isEmpty() || local.length() > LONGEST_LOCAL || local.startsWith(".") || local.endsWith(".")) {
            return false;
        }
        for (int i = 0; i < local.length(); ) {
            int codePoint = local.codePointAt(i);
            boolean fits = codePoint < 0x80
                    ? Character.isLetterOrDigit(codePoint) || "!#$%&'*+-/=?^_`{|}~.".indexOf(codePoint) >= 0
                    : Character.isLetterOrDigit(codePoint)
                            || Character.getType(codePoint) == Character.NON_SPACING_MARK
                            || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
            if (!fits || (codePoint == '.' && local.startsWith("..", i))) {
                return false;
            }
            i += Character.charCount(codePoint);
        }
        return true;
    }
}
