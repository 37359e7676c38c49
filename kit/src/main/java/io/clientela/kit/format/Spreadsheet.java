package io.clientela.kit.format;

import static io.clientela.kit.format.FormatError.Code.BLANK_FILE;
import static io.clientela.kit.format.FormatError.Code.UNKNOWN_SHEET;

import io.clientela.kit.fields.Catalogue;
import java.util.List;

/** An open file of tables: delimited text has one sheet, a workbook one or more. Close it after its readers. */
public abstract sealed class Spreadsheet implements AutoCloseable permits TextFile, XlsxWorkbook, XlsWorkbook {

    /** Finds out what the file is and opens it. */
    public static Spreadsheet open(Source source) {
        return open(source, Catalogue.shipped());
    }

    /** The same where the fields in force are others than the shipped ones, by which the cells of cards are read. */
    public static Spreadsheet open(Source source, Catalogue catalogue) {
        return open(source, Sniffer.sniff(source), Limits.SHIPPED, catalogue);
    }

    /** Opens a file as what it was found to be before, or as somebody says it is. */
    public static Spreadsheet open(Source source, FileShape shape) {
        return open(source, shape, Limits.SHIPPED);
    }

    static Spreadsheet open(Source source, FileShape shape, Limits limits) {
        return open(source, shape, limits, Catalogue.shipped());
    }

    private static Spreadsheet open(Source source, FileShape shape, Limits limits, Catalogue catalogue) {
        return switch (shape.kind()) {
            case DELIMITED -> new DelimitedText(source, shape, limits);
            case XLSX -> XlsxWorkbook.open(source, limits);
            case XLS -> XlsWorkbook.open(source, limits);
            case VCARD -> new CardFile(source, shape, limits, catalogue);
        };
    }

    public abstract FileShape shape();

    /** In the order of the file. */
    public abstract List<? extends Sheet> sheets();

    /** The first sheet that holds anything. */
    public Sheet sheet() {
        for (Sheet sheet : sheets()) {
            try (RowReader rows = sheet.open()) {
                while (rows.hasNext()) {
                    if (!rows.next().blank()) {
                        return sheet;
                    }
                }
            }
        }
        throw FormatError.of(BLANK_FILE);
    }

    /** The sheet of a name; with an empty name the first that holds anything. */
    public Sheet sheet(String name) {
        if (name.isEmpty()) {
            return sheet();
        }
        for (Sheet sheet : sheets()) {
            if (sheet.name().equals(name)) {
                return sheet;
            }
        }
        throw FormatError.of(UNKNOWN_SHEET, "sheet", name);
    }

    @Override
    public abstract void close();
}
