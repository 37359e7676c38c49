package io.clientela.kit.recognise;

import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.format.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds out what the rows of a file are. Fed with the first rows; the order of dates may then be settled over all of them. */
public final class Recogniser {

    /** As many rows as are worth handing over. */
    public static final int SAMPLE = 2_000;

    private final Catalogue catalogue;
    private final Mapper individuals;
    private final Mapper enterprises;

    public Recogniser(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.individuals = new Mapper(catalogue, Catalogue.INDIVIDUAL);
        this.enterprises = new Mapper(catalogue, Catalogue.ENTERPRISE);
    }

    private record Attempt(String type, List<Column> columns, double score) {}

    public Recognition recognise(List<Row> sample, Hints hints) {
        HeadingRow heading = HeadingRow.find(sample, text -> individuals.knows(text) || enterprises.knows(text));
        List<String> headings = widened(heading.headings(), sample);
        List<Row> rows = sample.stream()
                .filter(row -> row.number() > heading.number() && !row.blank() && !Footers.is(row, headings.size()))
                .toList();
        List<ColumnSample> samples = IntStream.range(0, headings.size())
                .mapToObj(column -> ColumnSample.of(rows, column))
                .toList();
        Attempt individual = attempt(Catalogue.INDIVIDUAL, individuals, headings, samples, hints);
        Attempt enterprise = attempt(Catalogue.ENTERPRISE, enterprises, headings, samples, hints);
        Attempt best = hints.type().isEmpty()
                ? (enterprise.score() > individual.score() ? enterprise : individual)
                : (hints.type().equals(Catalogue.ENTERPRISE) ? enterprise : individual);
        double margin = Math.abs(individual.score() - enterprise.score());
        double confidence = hints.type().isEmpty() ? 0.5 + Math.min(0.5, margin / 4) : 1;
        String language = Languages.of(heading.headings());
        Recognition found = new Recognition(
                best.type(),
                Math.round(confidence * 100) / 100.0,
                heading.number(),
                heading.titles(),
                best.columns().stream()
                        .map(column -> column.order(hinted(column, hints)))
                        .toList(),
                language,
                hints.country().isEmpty() ? country(best.columns(), samples, language) : hints.country(),
                duplicates(heading.headings()),
                List.of());
        DateOrders orders = found.dateOrders();
        rows.forEach(orders::feed);
        return orders.decided();
    }

    private Attempt attempt(
            String type, Mapper mapper, List<String> headings, List<ColumnSample> samples, Hints hints) {
        List<Column> columns = mapper.map(headings, samples, hints.mapping());
        return new Attempt(type, columns, TypeScore.of(catalogue, type, columns, samples));
    }

    /** A row may be longer than the heading: columns without heading are columns too. */
    private static List<String> widened(List<String> headings, List<Row> sample) {
        int widest = sample.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        List<String> all = new ArrayList<>(headings);
        while (all.size() < widest) {
            all.add("");
        }
        return all;
    }

    private static String hinted(Column column, Hints hints) {
        String key = column.target().map(Target::key).orElse("");
        return key.endsWith("_on") || key.endsWith("_date") || key.endsWith("_until") ? hints.dateOrder() : "";
    }

    private static List<String> duplicates(List<String> headings) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        for (String heading : headings) {
            if (!heading.isBlank() && !seen.add(HeadingText.of(heading).compact())) {
                twice.add(heading);
            }
        }
        return List.copyOf(twice);
    }

    private static String country(List<Column> columns, List<ColumnSample> samples, String language) {
        CountryVote vote = new CountryVote(Languages.countries(language));
        for (Column column : columns) {
            List<String> values = samples.get(column.index()).first(200);
            Target target = column.target().orElse(Target.of(""));
            switch (target.key()) {
                case "mobile", "phone", "fax" -> values.forEach(vote::phone);
                case "postal_code" -> values.forEach(vote::postalCode);
                case "document_number", "credit_code", "tax_id" -> values.forEach(vote::document);
                case "region" -> values.forEach(target.level() == Target.Level.COUNTRY ? vote::country : vote::region);
                default -> {}
            }
        }
        return vote.country();
    }
}
