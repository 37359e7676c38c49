package io.clientela.bench;

import io.clientela.kit.check.Checked;
import io.clientela.kit.check.Finding;
import io.clientela.kit.check.RecordChecks;
import io.clientela.kit.check.Rules;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.CodeLists;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import io.clientela.kit.fields.Matching;
import io.clientela.kit.format.Row;
import io.clientela.kit.format.RowReader;
import io.clientela.kit.format.Source;
import io.clientela.kit.format.Spreadsheet;
import io.clientela.kit.recognise.Assembly;
import io.clientela.kit.recognise.DateOrders;
import io.clientela.kit.recognise.Hints;
import io.clientela.kit.recognise.RawRecord;
import io.clientela.kit.recognise.Recogniser;
import io.clientela.kit.recognise.Recognition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a file as an import takes them: recognised, cleaned and checked by the rules of the kit; refused rows are left out.
 *
 * @param type record type of the rows
 * @param rows the accepted ones
 * @param read how many rows held a record
 */
record Imported(String type, List<Accepted> rows, int read) {

    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final CodeLists LISTS = CodeLists.shipped();

    /**
     * @param number of the row among those that hold a record, from 1
     * @param externalId its number in the system it comes from, empty where the file says none
     * @param values canonical, by path
     */
    record Accepted(int number, String externalId, Map<String, String> values) {}

    static Imported read(Path file) throws IOException {
        try (Spreadsheet sheet = Spreadsheet.open(Source.of(file))) {
            DateOrders orders = recognised(sheet).dateOrders();
            try (RowReader rows = sheet.sheet().open()) {
                rows.forEachRemaining(orders::feed);
            }
            return accepted(sheet, orders.decided());
        }
    }

    private static Recognition recognised(Spreadsheet sheet) throws IOException {
        List<Row> first = new ArrayList<>();
        try (RowReader rows = sheet.sheet().open()) {
            while (rows.hasNext() && first.size() < Recogniser.SAMPLE) {
                first.add(rows.next());
            }
        }
        return new Recogniser(CATALOGUE).recognise(first, Hints.NONE);
    }

    private static Imported accepted(Spreadsheet sheet, Recognition recognition) throws IOException {
        Assembly assembly = new Assembly(recognition);
        List<Accepted> accepted = new ArrayList<>();
        Map<String, Optional<String>> places = new HashMap<>();
        int read = 0;
        try (RowReader rows = sheet.sheet().open()) {
            while (rows.hasNext()) {
                Row row = rows.next();
                if (!recognition.skips(row)) {
                    read++;
                    int number = read;
                    cleaned(recognition.type(), assembly.assemble(row), places)
                            .ifPresent(values ->
                                    accepted.add(new Accepted(number, values.getOrDefault("external_id", ""), values)));
                }
            }
        }
        return new Imported(recognition.type(), accepted, read);
    }

    private static Optional<Map<String, String>> cleaned(
            String type, RawRecord raw, Map<String, Optional<String>> places) {
        Map<String, String> clean = new LinkedHashMap<>();
        for (Map.Entry<String, String> value : raw.values().entrySet()) {
            Field field = CATALOGUE.at(type, value.getKey()).orElseThrow();
            if (field.matching() == Matching.NONE && !field.key().equals("external_id")) {
                continue;
            }
            Optional<String> canonical = field.type() == FieldType.REGION
                    ? places.computeIfAbsent(
                            value.getValue() + "/" + raw.country(),
                            any -> LISTS.regions()
                                    .resolve(value.getValue(), raw.country())
                                    .code())
                    : canonical(field, value.getValue(), raw);
            if (canonical.isEmpty()) {
                return Optional.empty();
            }
            if (!canonical.get().isEmpty()) {
                clean.put(value.getKey(), canonical.get());
            }
        }
        boolean refused = !clean.containsKey("name")
                || RecordChecks.all().stream()
                        .flatMap(check -> check.check(clean).stream())
                        .anyMatch(Finding::refuses);
        return refused ? Optional.empty() : Optional.of(clean);
    }

    private static Optional<String> canonical(Field field, String text, RawRecord raw) {
        if (field.matching() == Matching.GENDER) {
            return LISTS.find(field.codeList())
                    .flatMap(list -> list.resolve(text, raw.country()).code());
        }
        return Rules.named(field.rule()).check(text, raw.context(field.key())) instanceof Checked.Ok ok
                ? Optional.of(ok.value())
                : Optional.empty();
    }
}
