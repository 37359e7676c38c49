package io.clientela.kit.recognise;

import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.recognise.Column.Reason;
import io.clientela.kit.recognise.Options.Option;
import io.clientela.kit.recognise.Target.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Gives each column of a file its field for one record type; each field is given once, or once for each of its parts. */
final class Mapper {

    /** A column is only mapped with at least this confidence. */
    static final double ENOUGH = 0.5;

    private final Catalogue catalogue;
    private final String type;
    private final Options options;

    Mapper(Catalogue catalogue, String type) {
        this.catalogue = catalogue;
        this.type = type;
        this.options = new Options(catalogue, type);
    }

    boolean knows(HeadingText heading) {
        return options.knows(heading);
    }

    List<Column> map(List<String> headings, List<ColumnSample> samples, Map<Integer, String> hints) {
        List<HeadingText> texts = headings.stream().map(HeadingText::of).toList();
        int contact = contactColumn(texts);
        boolean recorded = texts.stream().anyMatch(text -> options.names(text, Options.RECORDED_BY));
        List<Option> all = new ArrayList<>();
        // Refused rows come back with what was said of them before their own columns.
        for (int i = RemarkColumns.count(headings); i < texts.size(); i++) {
            String hint = hints.get(i);
            all.addAll(
                    hint == null
                            ? options.of(i, texts.get(i), samples.get(i), contact, recorded)
                            : hinted(i, hint, texts.get(i)));
        }
        Map<Integer, Option> chosen = choose(all);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Option option = chosen.get(i);
            columns.add(
                    option != null
                            ? new Column(
                                    i,
                                    headings.get(i),
                                    Optional.of(option.target()),
                                    rounded(option.confidence()),
                                    option.reason(),
                                    "")
                            : new Column(
                                    i, headings.get(i), Optional.empty(), 0, unmapped(i, all, samples.get(i)), ""));
        }
        return Arrangement.of(columns, samples, type);
    }

    /** "Name" is a contact's only beside another column that names the enterprise. */
    private int contactColumn(List<HeadingText> texts) {
        long own = texts.stream().filter(text -> options.names(text, "name")).count();
        return IntStream.range(0, texts.size())
                .filter(i -> options.names(texts.get(i), "contacts.name"))
                .filter(i -> own > (options.names(texts.get(i), "name") ? 1 : 0) || own == 0)
                .findFirst()
                .orElse(-1);
    }

    private List<Option> hinted(int column, String path, HeadingText heading) {
        return catalogue
                .at(type, path)
                .map(field ->
                        List.of(new Option(column, Composites.target(path, field, heading), field, 1, Reason.HINT)))
                .orElse(List.of());
    }

    /** The surest first; where two are equally sure the column further left. */
    private static Map<Integer, Option> choose(List<Option> all) {
        Map<Integer, Option> chosen = new HashMap<>();
        Set<String> taken = new HashSet<>();
        all.stream()
                .filter(option -> option.confidence() >= ENOUGH)
                .sorted(Comparator.comparingDouble(Option::confidence)
                        .reversed()
                        .thenComparingInt(Option::column))
                .forEach(option -> {
                    if (!chosen.containsKey(option.column()) && taken.add(slot(option.target()))) {
                        chosen.put(option.column(), option);
                    }
                });
        return chosen;
    }

    private static String slot(Target target) {
        return target.level() == Level.WHOLE
                ? target.path() + "#" + target.part()
                : target.path() + "@" + target.level();
    }

    private static Reason unmapped(int column, List<Option> all, ColumnSample sample) {
        boolean wanted = all.stream().anyMatch(option -> option.column() == column && option.confidence() >= ENOUGH);
        if (wanted) {
            return Reason.TAKEN;
        }
        return sample.blank() ? Reason.BLANK : Reason.UNKNOWN;
    }

    private static double rounded(double confidence) {
        return Math.round(confidence * 100) / 100.0;
    }
}
