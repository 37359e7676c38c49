package io.clientela.kit.recognise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides from the values of one column whether day or month comes first; any day above 12 tells. Fed row by row. */
public final class DateOrderVote {

    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})(?:[T ].*)?");

    /** Of a hundred telling values this many may be slips before the column counts as undecided. */
    private static final int SLIPS = 2;

    private long dayFirst;
    private long monthFirst;

    public void feed(String value) {
        if (!likely(value)) {
            return;
        }
        Matcher date = YEAR_LAST.matcher(Shapes.plain(value));
        if (date.matches()) {
            int first = Integer.parseInt(date.group(1));
            int second = Integer.parseInt(date.group(2));
            dayFirst += first > 12 && first <= 31 && second <= 12 ? 1 : 0;
            monthFirst += second > 12 && second <= 31 && first <= 12 ? 1 : 0;
        }
    }

    /** Passes over nearly everything at little cost: every cell of a million rows comes by here. */
    private static boolean likely(String value) {
        int length = value.length();
        return length >= 6 && length <= 40 && (Character.isDigit(value.charAt(0)) || value.charAt(0) <= ' ');
    }

    /** {@code dmy} or {@code mdy}; empty where no value tells or they contradict each other. */
    public String order() {
        long telling = dayFirst + monthFirst;
        long fewer = Math.min(dayFirst, monthFirst);
        if (telling == 0 || fewer * 100 > telling * SLIPS) {
            return "";
        }
        return dayFirst > monthFirst ? "dmy" : "mdy";
    }

    /** Some values can only be day first and others only month first. */
    public boolean contradictory() {
        return dayFirst > 0 && monthFirst > 0;
    }
}
