package io.clientela.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping kept under a name, with how such a file is entered; of the organisation, not of who made it.
 *
 * @param columns headings with their fields, in the order of the file it was made from
 */
public record Template(
        long id,
        String name,
        String record,
        String mode,
        String key,
        String dates,
        String country,
        List<Mapped> columns,
        long madeBy,
        Instant madeAt,
        Optional<Instant> usedAt) {

    public Template {
        columns = List.copyOf(columns);
    }

    /** A heading and the path of its field; an empty path leaves the column out. */
    public record Mapped(
            @JsonProperty("h") String heading,
            @JsonProperty("p") String path) {}

    /** Whether a wish leaves room for this template: another type of customer has other fields. */
    boolean fits(ImportWish wish) {
        return wish.type().isEmpty() || wish.type().equals(record);
    }

    /** The wish with what the template says wherever the wish says nothing itself. */
    ImportWish in(ImportWish wish, List<String> headings) {
        Map<Integer, String> mapping = new HashMap<>(paths(headings));
        mapping.putAll(wish.mapping());
        boolean ownMode = !wish.mode().isEmpty();
        return new ImportWish(
                wish.upload(),
                record,
                ownMode ? wish.mode() : mode,
                wish.key().isEmpty() && !(ownMode && "insert".equals(wish.mode())) ? key : wish.key(),
                wish.dates().isEmpty() ? dates : wish.dates(),
                wish.country().isEmpty() ? country : wish.country(),
                mapping,
                wish.template(),
                wish.dryRun());
    }

    /** Columns may have changed places; of several under one heading the first stays the first. */
    private Map<Integer, String> paths(List<String> headings) {
        Map<String, List<String>> byHeading = new HashMap<>();
        for (Mapped column : columns) {
            byHeading
                    .computeIfAbsent(TemplateHeadings.folded(column.heading()), key -> new ArrayList<>())
                    .add(column.path());
        }
        Map<Integer, String> paths = new HashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            List<String> left = byHeading.getOrDefault(TemplateHeadings.folded(headings.get(i)), List.of());
            if (!left.isEmpty()) {
                paths.put(i, left.removeFirst());
            }
        }
        return paths;
    }
}
