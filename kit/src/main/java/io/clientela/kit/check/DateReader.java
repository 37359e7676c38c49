package io.clientela.kit.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds year, month and day in a text; whether there is such a day is for the caller to say. */
final class DateReader {

    /** Excel's day 0; its day 60 is the 29 February 1900 that never was, so only later ones are read. */
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private static final int FIRST_SERIAL = 10_000;
    private static final int LAST_SERIAL = 73_415;

    /** Of two digits, from here on the last century is meant; before it, one hundred years either way are possible. */
    private static final int PIVOT = 50;

    private DateReader() {}

    /** What was found. */
    sealed interface Reading {
        record Parts(int year, int month, int day) implements Reading {}

        record Failed(Fault fault) implements Reading {}
    }

    private static final Reading BAD = new Reading.Failed(Fault.BAD_DATE);
    private static final Reading AMBIGUOUS = new Reading.Failed(Fault.AMBIGUOUS_DATE);

    static Reading read(String raw, String order, boolean birth) {
        if (isIso(raw)) {
            return parts(raw.substring(0, 4), raw.substring(5, 7), raw.substring(8, 10));
        }
        String text = DateWords.withoutTime(Codes.tidy(raw).toLowerCase(Locale.ROOT));
        if (text.length() > 60) {
            return BAD;
        }
        if (Codes.isDigits(text)) {
            return compact(text, order);
        }
        int point = text.indexOf('.');
        if (point == 5 && Codes.isDigits(text, 0, 5) && Codes.isDigits(text.substring(6))) {
            return compact(text.substring(0, 5), order);
        }
        List<String> numbers = new ArrayList<>();
        int month = DateWords.split(DateWords.withDigits(text), numbers);
        if (month > 0) {
            return numbers.size() == 2 ? withMonthWord(numbers.get(0), numbers.get(1), month, birth) : BAD;
        }
        return month == 0 && numbers.size() == 3
                ? threeNumbers(numbers.get(0), numbers.get(1), numbers.get(2), order, birth)
                : BAD;
    }

    private static boolean isIso(String text) {
        return text.length() == 10
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && Codes.isDigits(text, 0, 4)
                && Codes.isDigits(text, 5, 7)
                && Codes.isDigits(text, 8, 10);
    }

    private static Reading compact(String digits, String order) {
        return switch (digits.length()) {
            case 5 -> serial(Integer.parseInt(digits));
            // yyMMdd, ddMMyy or yyyyMM: nobody can tell.
            case 6 -> AMBIGUOUS;
            case 8 -> {
                int year = Integer.parseInt(digits, 0, 4, 10);
                if (year >= 1800 && year <= 2199) {
                    yield parts(digits.substring(0, 4), digits.substring(4, 6), digits.substring(6));
                }
                yield dayAndMonth(digits.substring(0, 2), digits.substring(2, 4), digits.substring(4), order);
            }
            case 12, 14 -> parts(digits.substring(0, 4), digits.substring(4, 6), digits.substring(6, 8));
            default -> BAD;
        };
    }

    private static Reading serial(int serial) {
        if (serial < FIRST_SERIAL || serial > LAST_SERIAL) {
            return BAD;
        }
        LocalDate day = SERIAL_ZERO.plusDays(serial);
        return new Reading.Parts(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private static Reading threeNumbers(String a, String b, String c, String order, boolean birth) {
        if (a.length() == 4 && b.length() <= 2 && c.length() <= 2) {
            return parts(a, b, c);
        }
        if (c.length() == 4 && a.length() <= 2 && b.length() <= 2) {
            return dayAndMonth(a, b, c, order);
        }
        if (a.length() > 2 || b.length() > 2 || c.length() > 2) {
            return BAD;
        }
        if (order.equals("ymd") || (order.isEmpty() && Integer.parseInt(a) > 31)) {
            String year = fullYear(a, birth);
            return year.isEmpty() ? AMBIGUOUS : parts(year, b, c);
        }
        String year = order.isEmpty() && Integer.parseInt(c) <= 31 ? "" : fullYear(c, birth);
        return year.isEmpty() ? AMBIGUOUS : dayAndMonth(a, b, year, order);
    }

    private static Reading withMonthWord(String a, String b, int month, boolean birth) {
        String day = a.length() <= 2 ? a : b;
        String year = a.length() <= 2 ? b : a;
        if (day.length() > 2) {
            return BAD;
        }
        if (year.length() == 2) {
            year = fullYear(year, birth);
            if (year.isEmpty()) {
                return AMBIGUOUS;
            }
        }
        return year.length() == 4 ? parts(year, Integer.toString(month), day) : BAD;
    }

    /** Of two numbers up to 31: by their size, else by the order of the file. */
    private static Reading dayAndMonth(String a, String b, String year, String order) {
        int first = Integer.parseInt(a);
        int second = Integer.parseInt(b);
        if (first > 12 && second > 12) {
            return BAD;
        }
        if (first > 12 || first == second || (second <= 12 && order.equals("dmy"))) {
            return parts(year, b, a);
        }
        return second > 12 || order.equals("mdy") ? parts(year, a, b) : AMBIGUOUS;
    }

    /** Empty where the century can't be told: somebody born in 20 may be six or a hundred and six. */
    private static String fullYear(String twoDigits, boolean birth) {
        int year = Integer.parseInt(twoDigits);
        if (twoDigits.length() != 2 || (birth && year < PIVOT)) {
            return "";
        }
        return Integer.toString(year < PIVOT ? 2000 + year : 1900 + year);
    }

    private static Reading parts(String year, String month, String day) {
        return new Reading.Parts(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }
}
