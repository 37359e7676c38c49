package io.clientela.exchange;

import io.clientela.fields.FieldCatalogue;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.format.FileShape;
import io.clientela.kit.format.FormatError;
import io.clientela.kit.format.Row;
import io.clientela.kit.format.RowReader;
import io.clientela.kit.format.Sheet;
import io.clientela.kit.format.Source;
import io.clientela.kit.format.Spreadsheet;
import io.clientela.kit.recognise.CardRecognition;
import io.clientela.kit.recognise.Column;
import io.clientela.kit.recognise.DateOrders;
import io.clientela.kit.recognise.Hints;
import io.clientela.kit.recognise.Recogniser;
import io.clientela.kit.recognise.Recognition;
import io.clientela.platform.Interruptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A handed-over file, opened and recognised; faults of the file come as refusals with the format's own codes. */
final class OpenFile implements AutoCloseable {

    private static final int SAMPLES = 3;
    static final int FIRST_ROWS = 5;

    private final Spreadsheet book;
    private final Sheet sheet;
    private final Catalogue catalogue;
    private final List<Row> first;
    private Recognition recognition;

    private OpenFile(Spreadsheet book, Sheet sheet, Catalogue catalogue, Recognition recognition, List<Row> first) {
        this.book = book;
        this.sheet = sheet;
        this.catalogue = catalogue;
        this.recognition = recognition;
        this.first = first;
    }

    static OpenFile open(Source source, Catalogue catalogue, Hints hints) {
        Spreadsheet book = null;
        try {
            book = Spreadsheet.open(source, catalogue);
            Sheet sheet = book.sheet();
            List<Row> sample = new ArrayList<>();
            try (RowReader rows = sheet.open()) {
                Portion portion = new Portion(Recogniser.SAMPLE);
                while (rows.hasNext() && !portion.full()) {
                    Row row = rows.next();
                    portion.add(row);
                    sample.add(row);
                }
            }
            return new OpenFile(book, sheet, catalogue, recognised(book, catalogue, sample, hints), sample);
        } catch (FormatError e) {
            if (book != null) {
                book.close();
            }
            throw ExchangeError.of(e);
        }
    }

    /** Recognises the file once more, with what is known of it now. */
    void recognise(Hints hints) {
        recognition = recognised(book, catalogue, first, hints);
    }

    private static Recognition recognised(Spreadsheet book, Catalogue catalogue, List<Row> sample, Hints hints) {
        return book.shape().kind() == FileShape.Kind.VCARD
                ? CardRecognition.of(sample, hints)
                : new Recogniser(catalogue).recognise(sample, hints);
    }

    List<String> headings() {
        return recognition.columns().stream().map(Column::heading).toList();
    }

    Recognition recognition() {
        return recognition;
    }

    Sheet sheet() {
        return sheet;
    }

    RowMapping mapping(Recognition found, FieldCatalogue fields, String country, Predicate<Field> mayWrite) {
        return isCards() ? new CardMapping(found, fields, country, mayWrite) : new TableMapping(found, fields, country);
    }

    /** Whether each row says for itself of which type it is. */
    boolean isCards() {
        return book.shape().kind() == FileShape.Kind.VCARD;
    }

    /** Goes over all rows once: how many there are, and the order of dates decided from every one of them. */
    Counted count() {
        long rows = 0;
        DateOrders orders = recognition.dateOrders();
        try (RowReader reader = sheet.open()) {
            while (reader.hasNext()) {
                Interruptions.check();
                Row row = reader.next();
                if (isCards() ? row.number() > 1 : !recognition.skips(row)) {
                    rows++;
                    orders.feed(row);
                }
            }
        } catch (FormatError e) {
            throw ExchangeError.of(e);
        }
        return new Counted(rows, orders.decided());
    }

    Recognised view(Recognition found, String country, boolean withSamples) {
        return Recognised.of(found, book.shape(), sheet.name(), country, withSamples ? samples() : Map.of());
    }

    /** The first values of each column. */
    Map<Integer, List<String>> samples() {
        Map<Integer, List<String>> samples = new LinkedHashMap<>();
        recognition
                .columns()
                .forEach(column -> samples.put(
                        column.index(),
                        first.stream()
                                .filter(row -> !recognition.skips(row))
                                .map(row -> row.cell(column.index()))
                                .filter(cell -> !cell.isBlank())
                                .limit(SAMPLES)
                                .toList()));
        return samples;
    }

    /** The first data rows whole, those somebody corrected as they are now. */
    List<List<String>> rows(Map<Long, List<String>> corrected) {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : first) {
            if (rows.size() < FIRST_ROWS && !recognition.skips(row)) {
                rows.add(corrected.getOrDefault(rows.size() + 1L, row.cells()));
            }
        }
        return rows;
    }

    @Override
    public void close() {
        book.close();
    }

    /** All data rows counted, and the recognition that follows from all of them. */
    record Counted(long rows, Recognition recognition) {}
}
