package io.clientela.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientela.kit.format.FileShape;
import io.clientela.kit.recognise.Column;
import io.clientela.kit.recognise.Recognition;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a file was found to be, as it is kept and shown: headings and targets; samples only when somebody looks at the file. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Recognised(
        String type,
        double typeConfidence,
        String format,
        String encoding,
        String delimiter,
        String sheet,
        long headerRow,
        int titleRows,
        List<String> titles,
        String language,
        String country,
        String dateOrder,
        List<String> duplicateHeadings,
        List<String> contradictoryDates,
        List<ColumnView> columns,
        List<List<String>> rows,
        @Nullable Using template) {

    /** The template a file was read with, and what it says of how the rows are entered. */
    public record Using(long id, String name, String mode, String key, String dates, String country) {
        static Using of(Template template) {
            return new Using(
                    template.id(),
                    template.name(),
                    template.mode(),
                    template.key(),
                    template.dates(),
                    template.country());
        }
    }

    public Recognised {
        // Runs of before know no rows.
        rows = Optional.ofNullable(rows).orElse(List.of());
    }

    /** One column; {@code field} is a path such as {@code mobile} or {@code contacts.name}, absent where it is kept out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ColumnView(
            int index,
            String heading,
            @Nullable String field,
            double confidence,
            String reason,
            @Nullable String dateOrder,
            List<String> samples) {

        ColumnView with(List<String> others) {
            return new ColumnView(index, heading, field, confidence, reason, dateOrder, others);
        }
    }

    /** Whether each row is a vCard and says for itself of which type it is. */
    boolean isCards() {
        return format.equals("vcard");
    }

    /** The same with samples of each column's values, for the one who handed the file over. */
    Recognised with(Map<Integer, List<String>> samples) {
        return withColumns(columns.stream()
                .map(column -> column.with(samples.getOrDefault(column.index(), List.of())))
                .toList());
    }

    /** The same with the file's first rows, for the one who handed it over. */
    Recognised with(List<List<String>> first) {
        return with(columns, first, template);
    }

    Recognised with(Optional<Template> used) {
        return with(columns, rows, used.map(Using::of).orElse(null));
    }

    Recognised withColumns(List<ColumnView> shown) {
        return with(shown, rows, template);
    }

    /** How a file of this shape was read in the end, all of its rows considered. */
    Recognition settled(Recognition found) {
        Map<Integer, String> orders = new HashMap<>();
        columns.forEach(column -> orders.put(
                column.index(), Optional.ofNullable(column.dateOrder()).orElse("")));
        return found.ordered(orders, contradictoryDates);
    }

    private Recognised with(List<ColumnView> shown, List<List<String>> first, @Nullable Using used) {
        return new Recognised(
                type,
                typeConfidence,
                format,
                encoding,
                delimiter,
                sheet,
                headerRow,
                titleRows,
                titles,
                language,
                country,
                dateOrder,
                duplicateHeadings,
                contradictoryDates,
                shown,
                first,
                used);
    }

    static Recognised of(
            Recognition found, FileShape shape, String sheet, String country, Map<Integer, List<String>> samples) {
        return new Recognised(
                found.type(),
                found.typeConfidence(),
                shape.kind().name().toLowerCase(Locale.ROOT),
                shape.encoding(),
                shape.delimiter(),
                sheet,
                found.headingRow(),
                found.titles().size(),
                found.titles(),
                found.language(),
                country,
                found.dateOrder(),
                found.duplicates(),
                found.contradictoryDates(),
                found.columns().stream()
                        .map(column -> view(column, samples.getOrDefault(column.index(), List.of())))
                        .toList(),
                List.of(),
                null);
    }

    private static ColumnView view(Column column, List<String> samples) {
        return new ColumnView(
                column.index(),
                column.heading(),
                column.target().map(target -> target.path()).orElse(null),
                column.confidence(),
                column.reason().code(),
                column.dateOrder().isEmpty() ? null : column.dateOrder(),
                samples);
    }
}
