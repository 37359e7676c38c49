package io.clientela.kit.match.compare;

import java.util.Locale;

/** How two birth dates stand to each other. */
public enum DateLevel {
    MISSING(0),
    EQUAL(1),
    /** Day and month changed places. */
    SWAPPED(2),
    /** One digit is another, or two neighbours changed places. */
    DIGIT(3),
    /** Year, month and day each the same or next to it; the year may be ten off. */
    NEAR(4),
    SAME_YEAR(5),
    DIFFERENT(6);

    private static final int DECADE = 10;
    private static final int FEW_DAYS = 3;

    private final int place;

    DateLevel(int place) {
        this.place = place;
    }

    /** Its number among the levels of an aspect; 0 is missing, lower is better. */
    public int place() {
        return place;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Dates as numbers {@code yyyymmdd}, 0 where there is none. */
    public static DateLevel compare(int a, int b) {
        if (a == 0 || b == 0) {
            return MISSING;
        }
        if (a == b) {
            return EQUAL;
        }
        int yearA = a / 10_000;
        int yearB = b / 10_000;
        int monthA = a / 100 % 100;
        int monthB = b / 100 % 100;
        int dayA = a % 100;
        int dayB = b % 100;
        if (yearA == yearB && monthA == dayB && dayA == monthB) {
            return SWAPPED;
        }
        if (oneSlip(a, b)) {
            return DIGIT;
        }
        int years = Math.abs(yearA - yearB);
        int months = Math.abs(monthA - monthB);
        boolean near = (years <= 1 || years == DECADE || years == DECADE - 1 || years == DECADE + 1)
                && (months <= 1 || months == 11)
                && (Math.abs(dayA - dayB) <= FEW_DAYS || Math.abs(dayA - dayB) >= 28);
        if (near) {
            return NEAR;
        }
        return years == 0 ? SAME_YEAR : DIFFERENT;
    }

    private static boolean oneSlip(int a, int b) {
        int different = 0;
        int first = -1;
        int last = -1;
        int x = a;
        int y = b;
        for (int at = 0; at < 8; at++) {
            if (x % 10 != y % 10) {
                different++;
                first = first < 0 ? at : first;
                last = at;
            }
            x /= 10;
            y /= 10;
        }
        if (different == 1) {
            return true;
        }
        return different == 2
                && last == first + 1
                && digit(a, first) == digit(b, last)
                && digit(a, last) == digit(b, first);
    }

    private static int digit(int number, int at) {
        int left = number;
        for (int i = 0; i < at; i++) {
            left /= 10;
        }
        return left % 10;
    }
}
