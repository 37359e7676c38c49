package io.clientela.kit.recognise;

import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.format.Row;
import io.clientela.kit.recognise.Target.Level;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Puts the cells of rows together to raw records, after what their file was recognised to be; may be shared by threads. */
public final class Assembly {

    private static final int REMEMBERED = 1_000;
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[-+]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?");
    private static final Pattern FOREIGNER = Pattern.compile("[XYZxyz].*");

    private final Recognition recognition;
    private final List<Cell> mapped;
    private final Map<String, String> dateOrders = new HashMap<>();
    private final int countryColumn;

    /** A register names the same few countries again and again. */
    private final Map<String, String> countries = new ConcurrentHashMap<>();

    public Assembly(Recognition recognition) {
        this.recognition = recognition;
        this.mapped = recognition.columns().stream()
                .flatMap(column -> column.target().map(target -> Cell.of(column.index(), target)).stream())
                .sorted(Comparator.comparingInt(cell -> cell.target().part()))
                .toList();
        recognition.columns().stream()
                .filter(column -> column.target().isPresent())
                .forEach(column -> dateOrders.put(column.path(), column.dateOrder()));
        this.countryColumn = mapped.stream()
                .filter(cell -> cell.target().level() == Level.COUNTRY)
                .mapToInt(Cell::index)
                .findFirst()
                .orElse(-1);
    }

    /** The raw record of a row. */
    public RawRecord assemble(Row row) {
        return new RawRecord(values(row), country(row), dateOrders);
    }

    private Map<String, String> values(Row row) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<Level, String> region = new EnumMap<>(Level.class);
        for (Cell place : mapped) {
            String whole = row.cell(place.index());
            String cell = whole.strip();
            if (cell.isEmpty()) {
                continue;
            }
            Target target = place.target();
            if (place.alone()) {
                // The rule of the field decides what of a value counts; free text keeps its spaces.
                values.put(target.path(), whole);
            } else if (place.region()) {
                region.put(target.level(), cell);
            } else {
                String value = place.scaled() ? scaled(cell, target.factor()) : cell;
                values.merge(target.path(), value, (before, more) -> joined(target, before, more));
            }
            if (!target.implied().isEmpty()) {
                target.implied().forEach((key, value) -> values.putIfAbsent(key, implied(value, cell)));
            }
        }
        if (!region.isEmpty()) {
            region(region).ifPresent(text -> values.put("region", text));
        }
        fullName(values);
        return values;
    }

    private String country(Row row) {
        if (countryColumn < 0) {
            return recognition.country();
        }
        String text = row.cell(countryColumn);
        String code = countries.get(text);
        if (code == null) {
            code = Countries.code(text);
            if (countries.size() < REMEMBERED) {
                countries.put(text, code);
            }
        }
        return code.isEmpty() ? recognition.country() : code;
    }

    private static Optional<String> region(Map<Level, String> levels) {
        String whole = levels.get(Level.WHOLE);
        if (whole != null) {
            return Optional.of(whole);
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
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
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
        if (!PLAIN_NUMBER.matcher(cell).matches()) {
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

    /** Where a cell goes, worked out once for all rows. */
    private record Cell(int index, Target target, boolean region, boolean scaled) {
        boolean alone() {
            return !region && !scaled && target.part() == 0 && target.implied().isEmpty();
        }

        static Cell of(int index, Target target) {
            return new Cell(
                    index,
                    target,
                    target.key().equals("region"),
                    target.factor().compareTo(BigDecimal.ONE) != 0);
        }
    }

    private static boolean han(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
