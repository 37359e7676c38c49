package io.clientela.kit.recognise;

import io.clientela.kit.check.Context;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.format.Row;
import io.clientela.kit.recognise.Target.Level;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Puts the cells of a row together to raw values of a record, after what the file was recognised to be. */
public final class Assembly {

    private static final Pattern PLAIN_NUMBER = Pattern.compile("[-+]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?");
    private static final Pattern FOREIGNER = Pattern.compile("[XYZxyz].*");

    private final Recognition recognition;
    private final List<Column> mapped;

    public Assembly(Recognition recognition) {
        this.recognition = recognition;
        this.mapped = recognition.columns().stream()
                .filter(column -> column.target().isPresent())
                .sorted(Comparator.comparingInt(
                        column -> column.target().map(Target::part).orElse(0)))
                .toList();
    }

    /** Raw values by path; a field without value is absent. */
    public Map<String, String> values(Row row) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<Level, String> region = new TreeMap<>();
        for (Column column : mapped) {
            String cell = row.cell(column.index()).strip();
            Target target = column.target().orElseThrow();
            if (cell.isEmpty()) {
                continue;
            }
            if (target.key().equals("region")) {
                region.put(target.level(), cell);
            } else {
                String value = scaled(cell, target.factor());
                values.merge(target.path(), value, (before, more) -> joined(target, before, more));
            }
            target.implied().forEach((key, value) -> values.putIfAbsent(key, implied(value, cell)));
        }
        region(region).ifPresent(text -> values.put("region", text));
        fullName(values);
        return values;
    }

    /** The country the row names, else the one assumed for the file. */
    public String country(Row row) {
        for (Column column : mapped) {
            boolean country = column.target()
                    .filter(target -> target.level() == Level.COUNTRY)
                    .isPresent();
            String code = country ? Countries.code(row.cell(column.index())) : "";
            if (!code.isEmpty()) {
                return code;
            }
        }
        return recognition.country();
    }

    /** What the rule of one path may know about a row with these values. */
    public Context context(Row row, String path, Map<String, String> values) {
        String order = mapped.stream()
                .filter(column -> column.path().equals(path))
                .map(Column::dateOrder)
                .findFirst()
                .orElse("");
        return new Context(country(row), order, values);
    }

    private static java.util.Optional<String> region(Map<Level, String> levels) {
        String whole = levels.get(Level.WHOLE);
        if (whole != null) {
            return java.util.Optional.of(whole);
        }
        StringBuilder text = new StringBuilder();
        String last = "";
        for (Map.Entry<Level, String> level : levels.entrySet()) {
            boolean country = level.getKey() == Level.COUNTRY && levels.size() > 1;
            // Beijing is written twice, as province and as city.
            if (!country && !level.getValue().equals(last)) {
                text.append(text.isEmpty() || han(level.getValue()) ? "" : ", ").append(level.getValue());
                last = level.getValue();
            }
        }
        return text.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(text.toString());
    }

    private void fullName(Map<String, String> values) {
        String given = values.getOrDefault("given_name", "");
        String family = values.getOrDefault("family_name", "");
        boolean parts = !given.isEmpty() || !family.isEmpty();
        if (parts && recognition.type().equals(Catalogue.INDIVIDUAL)) {
            String name = han(given + family) ? family + given : (given + " " + family).strip();
            values.putIfAbsent("name", name);
        }
    }

    private static String joined(Target target, String before, String more) {
        if (han(before) && han(more)) {
            return before + more;
        }
        boolean houseNumber = target.key().equals("address") && before.matches("\\d+[A-Za-z]?([-/]\\d+[A-Za-z]?)?");
        boolean words = houseNumber || target.key().equals("family_name");
        return before + (words ? " " : ", ") + more;
    }

    /** A value with a unit of its own isn't multiplied by that of the heading. */
    private static String scaled(String cell, BigDecimal factor) {
        if (factor.compareTo(BigDecimal.ONE) == 0 || !PLAIN_NUMBER.matcher(cell).matches()) {
            return cell;
        }
        return new BigDecimal(cell.replace(",", ""))
                .multiply(factor)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A column headed NIF holds the numbers of foreigners too. */
    private static String implied(String value, String cell) {
        return value.equals("nif") && FOREIGNER.matcher(cell).matches() ? "nie" : value;
    }

    private static boolean han(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
