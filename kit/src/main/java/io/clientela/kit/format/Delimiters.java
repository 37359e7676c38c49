package io.clientela.kit.format;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Finds the character between cells: the one that cuts most rows into the same, large number of cells. */
final class Delimiters {

    private static final String CANDIDATES = ",;\t|";
    private static final int ROWS = 200;

    private Delimiters() {}

    /** Excel's first line {@code sep=;} says it outright. */
    static boolean declared(String firstLine) {
        return firstLine.length() == 5 && firstLine.toLowerCase(Locale.ROOT).startsWith("sep=");
    }

    static char of(String beginning, String fileName) {
        String firstLine = beginning.lines().findFirst().orElse("").strip();
        if (declared(firstLine)) {
            return firstLine.charAt(4);
        }
        char best = ',';
        double bestScore = 0;
        for (int i = 0; i < CANDIDATES.length(); i++) {
            char candidate = CANDIDATES.charAt(i);
            double score = score(beginning, candidate);
            if (candidate == '\t' && fileName.toLowerCase(Locale.ROOT).endsWith(".tsv")) {
                score *= 1.5;
            }
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static double score(String beginning, char delimiter) {
        Map<Integer, Integer> widths = new HashMap<>();
        int rows = 0;
        try (CsvRows reader = new CsvRows(new StringReader(beginning), delimiter, Limits.SHIPPED)) {
            while (rows < ROWS && reader.hasNext()) {
                Row row = reader.next();
                if (!row.blank()) {
                    widths.merge(row.cells().size(), 1, Integer::sum);
                    rows++;
                }
            }
        } catch (FormatError e) {
            // The beginning is cut anywhere, and with a wrong delimiter quotation marks make no sense: judge the rows
            // so far.
            rows++;
        }
        double best = 0;
        for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
            double share = (double) width.getValue() / rows;
            best = Math.max(best, share * share * (1 - 1.0 / width.getKey()));
        }
        return best;
    }
}
