package io.clientela.kit.check;

import java.util.Locale;

/**
 * Addresses of web sites: http or https only, so that a link can be shown without fear. Source: RFC 3986.
 * Where no scheme was typed https is put; a lone closing slash goes.
 */
final class Urls {

    private static final int LONGEST = 2000;

    private Urls() {}

    static Checked check(String raw, Context context) {
        String text = io.clientela.kit.text.Tidy.line(raw);
        if (text.length() > LONGEST) {
            return Checked.refused(Fault.BAD_URL);
        }
        String scheme = "https";
        String rest = text;
        int slashes = text.indexOf("://");
        if (slashes >= 0 && slashes < 10) {
            scheme = text.substring(0, slashes).toLowerCase(Locale.ROOT);
            rest = text.substring(slashes + 3);
        }
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Checked.refused(Fault.BAD_URL, "expected", "http, https");
        }
        int end = firstOf(rest, "/?#\\");
        String authority = rest.substring(0, end).toLowerCase(Locale.ROOT);
        String path = rest.substring(end);
        int colon = authority.indexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        boolean portFits =
                colon < 0 || (authority.length() - colon <= 6 && Codes.isDigits(authority.substring(colon + 1)));
        if (!Domains.isName(Codes.tidy(host)) || !portFits || !isPath(path)) {
            return Checked.refused(Fault.BAD_URL, "example", "https://www.example.com");
        }
        String port = colon < 0 ? "" : authority.substring(colon);
        return Checked.ok(scheme + "://" + Codes.tidy(host) + port + (path.equals("/") ? "" : path));
    }

    private static boolean isPath(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c <= ' ' || c == 0x7F || "\"<>\\^`{|}".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static int firstOf(String text, String chars) {
        for (int i = 0; i < text.length(); i++) {
            if (chars.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
