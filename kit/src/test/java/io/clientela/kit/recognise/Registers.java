package io.clientela.kit.recognise;

import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.format.Row;
import io.clientela.kit.format.RowReader;
import io.clientela.kit.format.Source;
import io.clientela.kit.format.Spreadsheet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The shared registers, read as the product would read them. */
final class Registers {

    static final Recogniser RECOGNISER = new Recogniser(Catalogue.shipped());

    private Registers() {}

    /** Samples lie in a folder {@code shared/data} beside the project or above; {@code clientela.samples} names another. */
    static Path path(String name) {
        String named = System.getProperty("clientela.samples", "");
        Path place = Path.of(named);
        for (Path up = Path.of("").toAbsolutePath(); named.isEmpty() && up != null; up = up.getParent()) {
            place = Files.exists(up.resolve("shared/data")) ? up.resolve("shared/data") : place;
        }
        return place.resolve(name);
    }

    static boolean present(String name) {
        return Files.exists(path(name));
    }

    static Recognition recognise(String name) throws IOException {
        return recognise(name, Hints.NONE);
    }

    static Recognition recognise(String name, Hints hints) throws IOException {
        try (Spreadsheet file = Spreadsheet.open(Source.of(path(name)));
                RowReader rows = file.sheet().open()) {
            return RECOGNISER.recognise(first(rows), hints);
        }
    }

    /** Recognises lines of comma-separated cells. */
    static Recognition recognise(Hints hints, String... lines) {
        try (Spreadsheet file = Spreadsheet.open(
                        Source.of("a.csv", String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
                RowReader rows = file.sheet().open()) {
            return RECOGNISER.recognise(first(rows), hints);
        }
    }

    private static List<Row> first(RowReader rows) {
        List<Row> first = new ArrayList<>();
        while (rows.hasNext() && first.size() < Recogniser.SAMPLE) {
            first.add(rows.next());
        }
        return first;
    }

    static void read(String name, Consumer<Row> each) throws IOException {
        try (Spreadsheet file = Spreadsheet.open(Source.of(path(name)));
                RowReader rows = file.sheet().open()) {
            rows.forEachRemaining(each);
        }
    }

    /** {@code heading>path} with part and level, {@code heading>-} for columns left out. */
    static List<String> mapping(Recognition recognition) {
        return recognition.columns().stream().map(Registers::text).toList();
    }

    private static String text(Column column) {
        String target = column.target()
                .map(to -> to.path()
                        + (to.part() > 0 ? "#" + to.part() : "")
                        + (to.level() == Target.Level.WHOLE ? "" : "@" + to.level())
                        + (to.factor().intValue() == 1 ? "" : "×" + to.factor()))
                .orElse("-");
        return column.heading() + ">" + target;
    }
}
