package io.clientela.fields;

import io.clientela.fields.ListImport.Line;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.fields.CodeItem;
import io.clientela.kit.fields.CodeList;
import io.clientela.kit.fields.Texts;
import io.clientela.kit.format.FormatError;
import io.clientela.kit.format.Row;
import io.clientela.kit.format.RowReader;
import io.clientela.kit.format.Source;
import io.clientela.kit.format.Spreadsheet;
import io.clientela.kit.text.Tidy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Items of a code list out of a table somebody pasted or handed over: code, names in the three languages, synonyms. Columns are
 * known by their headings; without headings the first is the code and the second the name. A name missing in a language is taken
 * from another, a missing code from the name.
 */
final class ListFile {

    private static final int MOST = 5_000;

    private enum Part {
        CODE,
        ZH,
        EN,
        ES,
        SYNONYMS,
        PARENT
    }

    private static final Map<Part, Set<String>> HEADINGS = Map.of(
            Part.CODE, Set.of("code", "key", "代码", "编码", "编号", "código", "codigo", "clave"),
            Part.ZH, Set.of("zh", "中文", "名称", "中文名", "中文名称", "chinese", "chino"),
            Part.EN, Set.of("en", "英文", "英文名", "英文名称", "english", "inglés", "ingles", "label", "name"),
            Part.ES, Set.of("es", "西班牙文", "西文", "西班牙语", "spanish", "español", "espanol", "nombre"),
            Part.SYNONYMS, Set.of("synonyms", "同义词", "别名", "aliases", "sinónimos", "sinonimos"),
            Part.PARENT, Set.of("parent", "上级", "上级代码", "superior", "padre"));

    private ListFile() {}

    /** What each row would do to the list; refuses with {@code list_unreadable} what is no table. */
    static List<Line> read(Source source, CodeList list) {
        try (Spreadsheet book = Spreadsheet.open(source);
                RowReader rows = book.sheet().open()) {
            List<Line> lines = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            Map<String, CodeItem> good = new HashMap<>();
            Map<Part, Integer> columns = Map.of();
            while (rows.hasNext()) {
                Row row = rows.next();
                if (row.blank()) {
                    continue;
                }
                if (columns.isEmpty()) {
                    columns = headings(row);
                    if (!columns.isEmpty()) {
                        continue;
                    }
                    columns = Map.of(Part.CODE, 0, Part.ZH, row.cells().size() > 1 ? 1 : 0);
                }
                if (lines.size() >= MOST) {
                    throw new Refusal(FieldsError.LIST_TOO_LONG, Map.of("most", Integer.toString(MOST)));
                }
                Line line = line(row, columns, list, seen, good);
                if (line.problems().isEmpty()) {
                    good.put(line.item().code(), line.item());
                }
                lines.add(line);
            }
            return lines;
        } catch (FormatError e) {
            throw new Refusal(FieldsError.LIST_UNREADABLE);
        }
    }

    private static Map<Part, Integer> headings(Row row) {
        Map<Part, Integer> found = new LinkedHashMap<>();
        for (int at = 0; at < row.cells().size(); at++) {
            String heading = row.cell(at).strip().toLowerCase(Locale.ROOT);
            int column = at;
            HEADINGS.forEach((part, names) -> {
                if (names.contains(heading)) {
                    found.putIfAbsent(part, column);
                }
            });
        }
        return found;
    }

    /** @param good items of the rows above, below which this one may stand as well; so each comes behind its parent */
    private static Line line(
            Row row, Map<Part, Integer> columns, CodeList list, Set<String> seen, Map<String, CodeItem> good) {
        String zh = cell(row, columns, Part.ZH);
        String en = cell(row, columns, Part.EN);
        String es = cell(row, columns, Part.ES);
        String typed = cell(row, columns, Part.CODE);
        String code = first(typed, first(en, zh, es).replaceAll("\\s+", "_"));
        CodeItem known = list.item(code).orElse(null);
        Texts before = known == null ? new Texts("", "", "") : known.label();
        CodeItem item = new CodeItem(
                code,
                columns.containsKey(Part.PARENT) || known == null ? cell(row, columns, Part.PARENT) : known.parent(),
                new Texts(first(zh, before.zh()), first(en, before.en()), first(es, before.es())),
                columns.containsKey(Part.SYNONYMS) || known == null
                        ? synonyms(cell(row, columns, Part.SYNONYMS))
                        : known.synonyms(),
                known != null && known.retired());
        List<FieldProblem> problems = new ArrayList<>(ItemRules.of(
                item, parent -> Optional.ofNullable(good.get(parent)).or(() -> list.item(parent))));
        if (!seen.add(code)) {
            problems.add(new FieldProblem("code", "item_code_twice", Map.of()));
        }
        String state =
                !problems.isEmpty() ? "refused" : known == null ? "new" : known.equals(item) ? "same" : "changed";
        return new Line(row.number(), item, state, problems);
    }

    private static String cell(Row row, Map<Part, Integer> columns, Part part) {
        Integer column = columns.get(part);
        return column == null ? "" : Tidy.line(row.cell(column).replace("\0", ""));
    }

    private static String first(String... texts) {
        return Arrays.stream(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private static List<String> synonyms(String cell) {
        return Arrays.stream(cell.split("[;；、|]"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }
}
