package io.clientela.kit.check;

/** Domain names of the internet, letters of any script allowed. Source: RFC 1035 and RFC 5890. */
final class Domains {

    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;

    private Domains() {}

    /** Lower-case name of at least two labels whose last isn't a number. */
    static boolean isName(String domain) {
        if (domain.length() > LONGEST) {
            return false;
        }
        int labels = 0;
        int from = 0;
        while (from <= domain.length()) {
            int dot = domain.indexOf('.', from);
            int end = dot < 0 ? domain.length() : dot;
            if (!isLabel(domain, from, end)) {
                return false;
            }
            labels++;
            if (dot < 0) {
                return labels > 1 && end - from > 1 && !Codes.isDigits(domain, from, end);
            }
            from = end + 1;
        }
        return false;
    }

    private static boolean isLabel(String domain, int from, int to) {
        if (to == from || to - from > LONGEST_LABEL || domain.charAt(from) == '-' || domain.charAt(to - 1) == '-') {
            return false;
        }
        for (int i = from; i < to; ) {
            int codePoint = domain.codePointAt(i);
            int type = Character.getType(codePoint);
            if (codePoint != '-'
                    && !Character.isLetterOrDigit(codePoint)
                    && type != Character.NON_SPACING_MARK
                    && type != Character.COMBINING_SPACING_MARK) {
                return false;
            }
            i += Character.charCount(codePoint);
        }
        return true;
    }
}
