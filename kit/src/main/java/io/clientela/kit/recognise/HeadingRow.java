package io.clientela.kit.recognise;

import io.clientela.kit.format.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which row holds the headings. Where a heading spans two rows (a group such as "contact" merged above its parts) the lower text
 * counts and the upper one fills its gaps.
 *
 * @param number of the last heading row; 0 where there is none
 * @param headings one for each column
 * @param titles texts above
 */
record HeadingRow(long number, List<String> headings, List<String> titles) {

    private static final int LOOKED_AT = 20;
    private static final Pattern NUMBER = Pattern.compile("[0-9]+([.,][0-9]+)?");

    static HeadingRow find(List<Row> rows, Predicate<HeadingText> known) {
        List<Row> first =
                rows.stream().filter(row -> !row.blank()).limit(LOOKED_AT).toList();
        int best = -1;
        double bestScore = 0;
        for (int i = 0; i < first.size(); i++) {
            double score = score(first.get(i).cells(), known);
            if (score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        if (best < 0) {
            return unknownHeading(first);
        }
        List<String> headings = strip(first.get(best).cells());
        long number = first.get(best).number();
        if (best + 1 < first.size()) {
            List<String> both = merged(headings, strip(first.get(best + 1).cells()));
            if (score(first.get(best + 1).cells(), known) > 0 && score(both, known) > bestScore) {
                headings = both;
                number = first.get(best + 1).number();
            }
        }
        if (best > 0) {
            List<String> both = merged(strip(first.get(best - 1).cells()), headings);
            if (score(first.get(best - 1).cells(), known) > 0 && score(both, known) > bestScore) {
                headings = both;
            }
        }
        return new HeadingRow(number, headings, titles(first.subList(0, best)));
    }

    /** Known headings less cells that look like data; a lone known word counts only where the row has hardly more. */
    private static double score(List<String> cells, Predicate<HeadingText> known) {
        int hits = 0;
        int filled = 0;
        int data = 0;
        Set<String> seen = new HashSet<>();
        for (String cell : cells) {
            if (!cell.isBlank()) {
                filled++;
                boolean hit = seen.add(cell.strip()) && cell.length() <= 60 && known.test(HeadingText.of(cell));
                hits += hit ? 1 : 0;
                data += !hit && looksLikeData(cell) ? 1 : 0;
            }
        }
        boolean enough = hits >= 2 || (hits == 1 && filled <= 3);
        return enough && hits * 4 >= filled ? hits - data : 0;
    }

    private static boolean looksLikeData(String cell) {
        long digits = cell.codePoints().filter(Character::isDigit).count();
        return digits >= 3 || cell.contains("@") || cell.length() > 60;
    }

    /** No word known: the first row is still a heading if it is free of digits where the rows below have them. */
    private static HeadingRow unknownHeading(List<Row> rows) {
        if (rows.size() >= 2) {
            List<String> cells = strip(rows.getFirst().cells());
            boolean plain = cells.stream().noneMatch(cell -> cell.isEmpty() || looksLikeData(cell))
                    && new HashSet<>(cells).size() == cells.size();
            boolean dataBelow = rows.get(1).cells().stream().anyMatch(HeadingRow::looksLikeData);
            if (plain && (dataBelow || numbersBelow(cells, rows))) {
                return new HeadingRow(rows.getFirst().number(), cells, List.of());
            }
        }
        int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        return new HeadingRow(0, java.util.Collections.nCopies(columns, ""), List.of());
    }

    /** A column of nothing but numbers below a word. */
    private static boolean numbersBelow(List<String> first, List<Row> rows) {
        boolean words = first.stream().noneMatch(cell -> cell.codePoints().anyMatch(Character::isDigit));
        return words
                && IntStream.range(0, first.size())
                        .anyMatch(column -> rows.stream()
                                .skip(1)
                                .map(row -> row.cell(column).strip())
                                .allMatch(NUMBER.asMatchPredicate()));
    }

    private static List<String> merged(List<String> upper, List<String> lower) {
        List<String> both = new ArrayList<>();
        for (int i = 0; i < Math.max(upper.size(), lower.size()); i++) {
            String below = i < lower.size() ? lower.get(i) : "";
            both.add(below.isEmpty() && i < upper.size() ? upper.get(i) : below);
        }
        return both;
    }

    private static List<String> strip(List<String> cells) {
        return cells.stream().map(String::strip).toList();
    }

    private static List<String> titles(List<Row> rows) {
        return rows.stream()
                .map(row -> String.join(
                        " ",
                        row.cells().stream()
                                .map(String::strip)
                                .filter(cell -> !cell.isEmpty())
                                .toList()))
                .toList();
    }
}
