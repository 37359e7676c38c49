package io.clientela.kit.recognise;

import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.CodeLists;
import io.clientela.kit.fields.Field;
import io.clientela.kit.recognise.Column.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything a column might be, each with a confidence: by its heading, tempered by its values, or by its values alone. */
final class Options {

    /** One thing a column might be. */
    record Option(int column, Target target, Field field, double confidence, Reason reason) {}

    /** Fields that, next to a column of contact names, are about that person and not about the enterprise. */
    private static final Set<String> OF_CONTACTS = Set.of(
            "name",
            "position",
            "department",
            "mobile",
            "phone",
            "email",
            "wechat",
            "influence",
            "hobbies",
            "experience");

    /** Path of who first wrote a row down. */
    static final String RECORDED_BY = Catalogue.PROVENANCE + ".recorded_by";

    private static final String RECORDED_ON = Catalogue.PROVENANCE + ".recorded_on";

    private static final CodeLists LISTS = CodeLists.shipped();

    private final Catalogue catalogue;
    private final String type;
    private final Headings headings;

    Options(Catalogue catalogue, String type) {
        this.catalogue = catalogue;
        this.type = type;
        this.headings = Headings.of(catalogue, type);
    }

    boolean knows(HeadingText heading) {
        return headings.knows(heading);
    }

    /**
     * @param contact index of the column that holds names of contacts, -1 where there is none
     * @param recorded whether a column says who first wrote a row down
     */
    List<Option> of(int column, HeadingText heading, ColumnSample sample, int contact, boolean recorded) {
        List<Option> options = new ArrayList<>();
        for (Headings.Candidate candidate : headings.candidates(heading)) {
            Target target = Composites.target(candidate.path(), candidate.field(), heading);
            double confidence = beside(candidate, column, contact, tempered(candidate, sample));
            confidence = recorded(candidate, recorded, confidence);
            options.add(new Option(column, target, candidate.field(), confidence, candidate.reason()));
        }
        boolean doubtful = options.stream().allMatch(option -> option.confidence() < Mapper.ENOUGH);
        if (doubtful && !sample.blank()) {
            byValues(sample)
                    .ifPresent(found -> catalogue
                            .find(type, found.path())
                            .ifPresent(field -> options.add(new Option(
                                    column,
                                    Target.of(found.path()),
                                    field,
                                    heading.compact().isEmpty() ? found.confidence() : found.confidence() * 0.85,
                                    Reason.VALUES))));
        }
        return options;
    }

    /** Whether the heading is a name of the field at this path. */
    boolean names(HeadingText heading, String path) {
        return headings.candidates(heading).stream()
                .anyMatch(candidate -> candidate.path().equals(path) && candidate.strength() > 0.9);
    }

    private static double tempered(Headings.Candidate candidate, ColumnSample sample) {
        double strength = candidate.strength();
        String rule = candidate.field().rule();
        if (sample.blank()) {
            return strength * 0.9;
        }
        if (candidate.field().codeList().equals("source_channel") && candidate.reason() == Reason.SYNONYM) {
            return channel(strength, sample);
        }
        if (!Shapes.TESTABLE.contains(rule)) {
            return strength;
        }
        double share = sample.share(value -> Shapes.fits(rule, value));
        if (share >= 0.7) {
            return strength + (1 - strength) * 0.6 * share;
        }
        return strength * (share < 0.3 ? 0.35 : 0.6 + 0.4 * share);
    }

    private static double beside(Headings.Candidate candidate, int column, int contact, double confidence) {
        if (!candidate.path().startsWith("contacts.")) {
            return confidence;
        }
        boolean about = contact >= 0
                && column >= contact
                && OF_CONTACTS.contains(candidate.field().key());
        return about ? Math.min(1, confidence + 0.06) : confidence - 0.3;
    }

    /** "Registered on" is the day a row was written down beside who did it; else it is since when somebody is a customer. */
    private static double recorded(Headings.Candidate candidate, boolean recorded, double confidence) {
        if (!candidate.path().equals(RECORDED_ON)) {
            return confidence;
        }
        return recorded ? Math.min(1, confidence + 0.06) : confidence - 0.3;
    }

    /** "Source" is a channel where its values are channels; else it names who supplied the row. */
    private static double channel(double strength, ColumnSample sample) {
        double known = sample.share(value -> LISTS.find("source_channel")
                .flatMap(list -> list.resolve(value, "").code())
                .isPresent());
        return known < 0.3 ? strength * 0.85 : strength;
    }

    private record ByValues(String path, double confidence) {}

    /** Only forms that hardly anything else has; a date alone doesn't say which date it is. */
    private Optional<ByValues> byValues(ColumnSample sample) {
        boolean person = type.equals(Catalogue.INDIVIDUAL);
        if (sample.share(Shapes::email) > 0.7) {
            return Optional.of(new ByValues("email", 0.85));
        }
        if (sample.share(Shapes::residentId) > 0.7) {
            return person ? Optional.of(new ByValues("document_number", 0.85)) : Optional.empty();
        }
        if (sample.share(Shapes::creditCode) > 0.7) {
            return person ? Optional.empty() : Optional.of(new ByValues("credit_code", 0.85));
        }
        if (sample.share(Shapes::spanishId) > 0.7) {
            return Optional.of(new ByValues(person ? "document_number" : "tax_id", 0.75));
        }
        if (sample.share(Shapes::chineseMobile) > 0.7) {
            return Optional.of(new ByValues(person ? "mobile" : "phone", 0.8));
        }
        if (sample.share(value -> value.matches("[+(].*|.*[-\\s)].*") && Shapes.phone(value)) > 0.7) {
            return Optional.of(new ByValues("phone", 0.65));
        }
        if (!person && sample.share(Shapes::url) > 0.7) {
            return Optional.of(new ByValues("web_site", 0.7));
        }
        if (sample.share(Shapes::chineseAddress) > 0.7) {
            return Optional.of(new ByValues("address", 0.65));
        }
        if (!person && sample.share(Shapes::organisation) > 0.6) {
            return Optional.of(new ByValues("name", 0.7));
        }
        return person && sample.share(Shapes::chinesePerson) > 0.8
                ? Optional.of(new ByValues("name", 0.6))
                : Optional.empty();
    }
}
