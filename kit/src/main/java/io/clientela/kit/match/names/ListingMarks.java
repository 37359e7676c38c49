package io.clientela.kit.match.names;

import java.util.regex.Pattern;

/** Marks that exchanges put on the short names of listed companies: *ST, ST, XD, N in front, A, B, -U, -W behind. */
final class ListingMarks {

    // Shanghai and Shenzhen listing rules: special treatment, first day, ex-dividend; share class; weighted votes, no
    // profit yet.
    private static final Pattern FRONT = Pattern.compile("^(?:\\*?S?\\*?ST|XD|XR|DR|N|C)(?=\\p{IsHan})");
    private static final Pattern BEHIND = Pattern.compile("(?<=\\p{IsHan})(?:[ＡＢAB]|-?[UWVD]+|股)$");

    private ListingMarks() {}

    static String off(String name) {
        String bare = name.strip();
        return BEHIND.matcher(FRONT.matcher(bare).replaceFirst("")).replaceFirst("");
    }
}
