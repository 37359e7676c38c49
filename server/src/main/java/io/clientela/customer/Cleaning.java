package io.clientela.customer;

import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.check.Checked;
import io.clientela.kit.check.Context;
import io.clientela.kit.check.Fault;
import io.clientela.kit.check.Problem;
import io.clientela.kit.check.RecordCheck;
import io.clientela.kit.check.RecordChecks;
import io.clientela.kit.check.Rule;
import io.clientela.kit.check.Rules;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Normalises and validates the values of one record by the catalogue; reads nothing but the catalogue and its code lists. */
@Component
public class Cleaning {

    private static final char MASK = '•';

    private final FieldCatalogue fields;
    private final Choices choices;
    private final Map<String, Rule> rules = new ConcurrentHashMap<>();

    Cleaning(FieldCatalogue fields, Choices choices) {
        this.choices = choices;
        this.fields = fields;
    }

    /**
     * Cleans what was submitted; {@code known} are canonical values already in the file, seen by rules as siblings. A
     * {@code lenient} reading leaves an unknown choice out with a warning, its text kept as raw.
     */
    Cleaned clean(
            String record,
            Map<String, List<String>> submitted,
            Context context,
            Map<String, String> known,
            boolean lenient) {
        Map<String, Value> values = new HashMap<>();
        Map<String, String> raw = new HashMap<>();
        List<FieldProblem> problems = new ArrayList<>();
        List<FieldProblem> warnings = new ArrayList<>();
        Map<String, String> whole = new HashMap<>(known);
        // Sees each value as soon as it is known.
        Context whileReading = new Context(context.country(), context.dateOrder(), whole);
        Catalogue catalogue = fields.catalogue();
        List<Reading> others = new ArrayList<>(submitted.size());
        // Choices first: the document's type, country and the like say how other values are read.
        for (Map.Entry<String, List<String>> one : submitted.entrySet()) {
            Optional<Field> field = catalogue.find(record, one.getKey());
            if (field.isEmpty() || field.get().type() == FieldType.LIST) {
                problems.add(problem(one.getKey(), "unknown_field"));
                continue;
            }
            Reading reading = new Reading(field.get(), one.getValue(), whileReading, lenient, problems, warnings);
            if (field.get().type() == FieldType.CHOICE) {
                reading.into(values, raw, whole);
            } else {
                others.add(reading);
            }
        }
        others.forEach(reading -> reading.into(values, raw, whole));
        derive(record, values, known, context.country());
        values.forEach((key, value) -> whole.put(key, value.text()));
        whole.values().removeIf(String::isEmpty);
        check(whole, values, problems, warnings);
        return new Cleaned(values, raw, problems, warnings);
    }

    /** A name given in parts is put together; a region written inside an address is found there. */
    private void derive(String record, Map<String, Value> values, Map<String, String> known, String country) {
        NameParts.derive(values, known);
        if (!values.containsKey("region") && !known.containsKey("region") && values.containsKey("address")) {
            choices.regionOfAddress(values.getOrDefault("address", Value.NONE).text(), country)
                    .filter(region -> fields.catalogue().find(record, "region").isPresent())
                    .ifPresent(region -> values.put("region", Value.of(region)));
        }
    }

    /** Cross-field rules run over the whole record but complain only where something was submitted. */
    private static void check(
            Map<String, String> whole,
            Map<String, Value> submitted,
            List<FieldProblem> problems,
            List<FieldProblem> warnings) {
        if (submitted.isEmpty()) {
            return;
        }
        for (RecordCheck check : RecordChecks.all()) {
            check.check(whole).forEach(finding -> {
                FieldProblem problem = of(finding.field(), finding.problem());
                (finding.refuses() ? problems : warnings).add(problem);
            });
        }
    }

    private Rule rule(String name) {
        return rules.computeIfAbsent(name, Rules::named);
    }

    static FieldProblem of(String field, Problem problem) {
        return new FieldProblem(field, problem.fault().code(), problem.details());
    }

    static FieldProblem problem(String field, String code) {
        return new FieldProblem(field, code, Map.of());
    }

    /** Reads the raw texts of one field. */
    private final class Reading {
        private final Field field;
        private final List<String> texts;
        private final Context context;
        private final boolean lenient;
        private final List<FieldProblem> problems;
        private final List<FieldProblem> warnings;
        private final List<String> parts = new ArrayList<>(1);

        Reading(
                Field field,
                List<String> texts,
                Context context,
                boolean lenient,
                List<FieldProblem> problems,
                List<FieldProblem> warnings) {
            this.field = field;
            this.texts = texts;
            this.context = context;
            this.lenient = lenient;
            this.problems = problems;
            this.warnings = warnings;
        }

        /** {@code whole} is the record as rules see it. */
        void into(Map<String, Value> values, Map<String, String> raw, Map<String, String> whole) {
            List<String> typed = texts.stream().filter(text -> !text.isBlank()).toList();
            typed.forEach(this::readOne);
            if (!field.type().many() && parts.size() > 1) {
                problems.add(problem(field.key(), Fault.BAD_FORM.code()));
            }
            values.put(field.key(), parts.isEmpty() ? Value.NONE : new Value(parts));
            if (!typed.isEmpty() && !typed.equals(parts) && field.type() != FieldType.FILE) {
                raw.put(field.key(), String.join("; ", typed));
            }
            if (!parts.isEmpty()) {
                whole.put(field.key(), parts.getFirst());
            }
        }

        private void readOne(String given) {
            // A table names a file and brings none; an exported name would mean nothing here.
            if (lenient && field.type() == FieldType.FILE) {
                problems.add(problem(field.key(), "attachment_not_imported"));
                return;
            }
            // PostgreSQL has no text with a zero in it; free text, which is kept as written, is refused for it.
            boolean litter = given.indexOf('\0') >= 0 && field.type() != FieldType.LONG_TEXT;
            String text = litter ? given.replace("\0", "") : given;
            // In what is kept of an imported card it is the card's own; a mask alone is no card and refused by the
            // rule.
            boolean ofCard = lenient && field.type() == FieldType.CARD;
            if (!ofCard && field.sensitivity() != Field.Sensitivity.NORMAL && text.indexOf(MASK) >= 0) {
                problems.add(problem(field.key(), CustomerError.MASKED_VALUE_SENT_BACK.code()));
                return;
            }
            switch (field.type()) {
                case CHOICE, CHOICES, REGION -> choose(text);
                default -> apply(text);
            }
        }

        private void choose(String text) {
            Optional<String> code = choices.resolve(field, text, context.country());
            if (code.isPresent()) {
                if (!parts.contains(code.get())) {
                    parts.add(code.get());
                }
            } else {
                (lenient ? warnings : problems).add(of(field.key(), Problem.of(Fault.UNKNOWN_CHOICE)));
            }
        }

        private void apply(String text) {
            switch (rule(field.rule()).check(text, context)) {
                case Checked.Ok ok -> {
                    Optional<Problem> tooLong = Rules.tooLong(ok.value(), field.maxLength());
                    if (tooLong.isPresent()) {
                        problems.add(of(field.key(), tooLong.get()));
                    } else if (!ok.value().isEmpty()) {
                        parts.add(ok.value());
                    }
                    ok.hints().forEach(hint -> warnings.add(of(field.key(), hint)));
                }
                case Checked.Refused refused -> problems.add(of(field.key(), refused.problem()));
            }
        }
    }
}
