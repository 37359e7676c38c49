package io.clientela.kit.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words in dates: months and fillers of English and Spanish, Chinese numerals, times of day. */
final class DateWords {

    private static final Map<String, Integer> MONTHS = months();

    private static final Set<String> FILLERS = Set.of(
            "de",
            "del",
            "of",
            "the",
            "st",
            "nd",
            "rd",
            "th",
            "z",
            "a",
            "el",
            "día",
            "dia",
            "年",
            "月",
            "日",
            "号",
            "號",
            "年月",
            "月日",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "mon",
            "tue",
            "tues",
            "wed",
            "thu",
            "thur",
            "thurs",
            "fri",
            "sat",
            "sun",
            "lunes",
            "martes",
            "miércoles",
            "jueves",
            "viernes",
            "sábado",
            "domingo",
            "lun",
            "mié",
            "jue",
            "vie",
            "sáb",
            "dom",
            "º",
            "ª",
            "星期一",
            "星期二",
            "星期三",
            "星期四",
            "星期五",
            "星期六",
            "星期日",
            "星期天");

    private static final String NUMERALS = "〇一二三四五六七八九";

    private DateWords() {}

    /** Cuts off what follows the day: {@code T10:00Z}, {@code 0:00}, {@code 10:30 pm}, {@code 上午10时}. */
    static String withoutTime(String text) {
        int end = text.indexOf(':');
        if (end < 0) {
            end = firstOf(text, "时時点點");
        }
        if (end >= 0) {
            while (end > 0 && Codes.isDigit(text.charAt(end - 1))) {
                end--;
            }
            while (end > 0 && "上下午早晚中凌晨".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            if (end > 0 && text.charAt(end - 1) == 't') {
                end--;
            }
            return text.substring(0, end).strip();
        }
        int t = text.indexOf('t');
        boolean isBasic = (t == 8 && Codes.isDigits(text, 0, 8)) || (t == 10 && text.charAt(4) == '-');
        return isBasic ? text.substring(0, t) : text;
    }

    /** Chinese numerals as digits: 二〇二四年十二月三十一日. */
    static String withDigits(String text) {
        if (text.indexOf('年') < 0 || firstOf(text, NUMERALS + "零十") < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i) == '零' ? '〇' : text.charAt(i);
            int digit = NUMERALS.indexOf(c);
            if (digit >= 0) {
                out.append(digit);
            } else if (c == '十') {
                boolean before = i > 0 && NUMERALS.indexOf(text.charAt(i - 1)) > 0;
                boolean after = i + 1 < text.length() && NUMERALS.indexOf(text.charAt(i + 1)) > 0;
                out.append(before ? "" : "1").append(after ? "" : "0");
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Puts the numbers into {@code numbers}; the month that a word names, 0 when none does, -1 when a word is no part of a date. */
    static int split(String text, List<String> numbers) {
        int month = 0;
        for (int i = 0; i < text.length(); ) {
            int end = i + 1;
            if (Codes.isDigit(text.charAt(i))) {
                while (end < text.length() && Codes.isDigit(text.charAt(end))) {
                    end++;
                }
                if (end - i > 4) {
                    return -1;
                }
                numbers.add(text.substring(i, end));
            } else if (isLetter(text.charAt(i))) {
                while (end < text.length() && isLetter(text.charAt(end))) {
                    end++;
                }
                String word = text.substring(i, end);
                int named = MONTHS.getOrDefault(word, 0);
                if (named > 0 && month == 0) {
                    month = named;
                } else if (!FILLERS.contains(word)) {
                    return -1;
                }
            } else if (" -/.,()'·、".indexOf(text.charAt(i)) < 0) {
                return -1;
            }
            i = end;
        }
        return month;
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) || c == 'º' || c == 'ª';
    }

    private static int firstOf(String text, String chars) {
        for (int i = 0; i < text.length(); i++) {
            if (chars.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static Map<String, Integer> months() {
        String[] names = {
            "january jan enero ene",
            "february feb febrero",
            "march mar marzo",
            "april apr abril abr",
            "may mayo",
            "june jun junio",
            "july jul julio",
            "august aug agosto ago",
            "september sep sept septiembre setiembre set",
            "october oct octubre",
            "november nov noviembre",
            "december dec diciembre dic"
        };
        Map<String, Integer> months = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            for (String name : names[i].split(" ")) {
                months.put(name, i + 1);
            }
        }
        return Map.copyOf(months);
    }
}
