package io.clientela.kit.check;

import io.clientela.kit.text.Tidy;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days that come again every year, with what they mean: {@code 05-17 生日; 2015-10-01 wedding}, the year where it is known. What
 * names no day is kept as it was written, without ever coming due.
 */
public final class ImportantDates {

    private static final String BETWEEN = "; ";
    private static final Pattern PARTS = Pattern.compile("[;；\\n\\r]+|(?<=[\\p{IsHan}日号\\d)）])、");
    private static final int LONGEST = 2_000;

    private static final String YEAR = "(?<year>(?:18|19|20|21)\\d\\d)";
    /** Set apart it belongs to the day only where the month has its sign as well; else the meaning begins with it. */
    private static final String DAY_SIGN = "(?:[日号]|(?<=月\\s{0,3}\\d{1,2})\\s+[日号])?";

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?<!\\d)" + YEAR + "\\s*[-/.年]\\s*(?<month>\\d{1,2})\\s*[-/.月]\\s*(?<day>\\d{1,2})(?!\\d)"
                    + DAY_SIGN),
            Pattern.compile("(?<!\\d)(?:--)?(?<month>\\d{1,2})\\s*[-月]\\s*(?<day>\\d{1,2})(?!\\d)" + DAY_SIGN),
            Pattern.compile("(?<!\\d)(?<a>\\d{1,2})\\s*[/.]\\s*(?<b>\\d{1,2})(?:\\s*[/.]\\s*" + YEAR + ")?(?!\\d)"),
            Pattern.compile(
                    "(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:de\\s+|of\\s+)?(?<word>\\p{L}{3,10})\\.?(?:,?\\s+(?:de\\s+|del\\s+)?"
                            + YEAR + ")?(?!\\d)"),
            Pattern.compile(
                    "(?<word>\\p{L}{3,10})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+" + YEAR + ")?(?!\\d)"));

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("ene", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("abr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("ago", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12),
            Map.entry("dic", 12));

    private static final List<String> NAMES = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "setiembre",
            "octubre",
            "noviembre",
            "diciembre",
            "sept");

    private ImportantDates() {}

    /**
     * One day and what it means.
     *
     * @param day empty where the text names none
     * @param year when it was for the first time, where that is known
     */
    public record Entry(Optional<MonthDay> day, OptionalInt year, String meaning) {

        private String text() {
            if (day.isEmpty()) {
                return meaning;
            }
            String date = String.format(
                    Locale.ROOT,
                    "%02d-%02d",
                    day.get().getMonthValue(),
                    day.get().getDayOfMonth());
            String whole = year.isPresent() ? String.format(Locale.ROOT, "%04d-%s", year.getAsInt(), date) : date;
            return meaning.isEmpty() ? whole : whole + " " + meaning;
        }
    }

    /** The first time on or after a day that it comes round; on 28 February what only leap years have. */
    public static LocalDate next(MonthDay day, LocalDate from) {
        LocalDate thisYear = day.atYear(from.getYear());
        return thisYear.isBefore(from) ? day.atYear(from.getYear() + 1) : thisYear;
    }

    /** All days of the year that fall on this date. */
    public static List<MonthDay> on(LocalDate date) {
        MonthDay day = MonthDay.from(date);
        boolean alsoLeap = day.equals(MonthDay.of(2, 28)) && !Year.isLeap(date.getYear());
        return alsoLeap ? List.of(day, MonthDay.of(2, 29)) : List.of(day);
    }

    /** What a canonical value says, in its order. */
    public static List<Entry> entries(String canonical) {
        return read(canonical, "");
    }

    static Checked check(String raw, Context context) {
        // Tidied before it is parted: some signs become a semicolon only by that.
        List<Entry> entries = read(raw.length() > LONGEST ? Tidy.line(raw) : Tidy.lines(raw), context.dateOrder());
        List<String> texts = entries.stream()
                .map(Entry::text)
                .filter(text -> !text.isEmpty())
                .toList();
        String canonical = String.join(BETWEEN, texts);
        if (Spreadsheets.isFormula(canonical)) {
            // Hidden behind a sign that only parts days.
            return Checked.refused(Fault.FORMULA);
        }
        boolean dayless = entries.stream().anyMatch(entry -> entry.day().isEmpty());
        return new Checked.Ok(canonical, dayless ? List.of(Problem.of(Fault.NO_DAY_IN_IT)) : List.of());
    }

    private static List<Entry> read(String text, String order) {
        List<Entry> entries = new ArrayList<>();
        for (String part : PARTS.split(text)) {
            String line = Tidy.line(part);
            if (line.isEmpty()) {
                continue;
            }
            Entry entry = one(line, order);
            if (!entries.isEmpty() && entry.day().isEmpty() && text.contains("、" + part)) {
                // A list inside the meaning, not a further day.
                Entry last = entries.removeLast();
                entry = new Entry(last.day(), last.year(), last.meaning() + "、" + entry.meaning());
            }
            entries.add(entry);
        }
        return entries;
    }

    private static Entry one(String line, String order) {
        for (Pattern form : FORMS) {
            Matcher found = form.matcher(line);
            while (found.find()) {
                Optional<MonthDay> day = day(form, found, order);
                if (day.isPresent()) {
                    String meaning =
                            trimmed(line.substring(0, found.start())) + " " + trimmed(line.substring(found.end()));
                    return new Entry(day, year(form, found), trimmed(meaning));
                }
            }
        }
        return new Entry(Optional.empty(), OptionalInt.empty(), line);
    }

    private static Optional<MonthDay> day(Pattern form, Matcher found, String order) {
        Map<String, Integer> groups = form.namedGroups();
        if (groups.containsKey("word")) {
            return month(found.group("word")).flatMap(month -> of(month, Integer.parseInt(found.group("day"))));
        }
        if (groups.containsKey("month")) {
            return of(Integer.parseInt(found.group("month")), Integer.parseInt(found.group("day")));
        }
        int a = Integer.parseInt(found.group("a"));
        int b = Integer.parseInt(found.group("b"));
        if (a > 12 || order.equals("dmy")) {
            return of(b, a);
        }
        // Day and month that can't be told apart are no day.
        return b > 12 || a == b || order.equals("mdy") || order.equals("ymd") ? of(a, b) : Optional.empty();
    }

    private static OptionalInt year(Pattern form, Matcher found) {
        String year = form.namedGroups().containsKey("year") ? found.group("year") : null;
        if (year == null) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(year);
        return OptionalInt.of(number);
    }

    private static Optional<Integer> month(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.length() > 3 && !NAMES.contains(lower)
                ? Optional.empty()
                : Optional.ofNullable(MONTHS.get(lower.substring(0, 3)));
    }

    private static Optional<MonthDay> of(int month, int day) {
        try {
            return Optional.of(MonthDay.of(month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Without what only joins a day and its meaning. */
    private static String trimmed(String text) {
        String bare = text.replaceAll("^[\\s:：,，\\-–—=()（）]+|[\\s:：,，\\-–—=(（]+$", "");
        return bare.endsWith(")") && !bare.contains("(")
                ? bare.substring(0, bare.length() - 1).strip()
                : bare.endsWith("）") && !bare.contains("（")
                        ? bare.substring(0, bare.length() - 1).strip()
                        : bare;
    }
}
