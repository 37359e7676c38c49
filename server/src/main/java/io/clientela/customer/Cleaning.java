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
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
        Map<String, Value> values = new TreeMap<>();
        Map<String, String> raw = new TreeMap<>();
        List<FieldProblem> problems = new ArrayList<>();
        List<FieldProblem> warnings = new ArrayList<>();
        Map<String, String> siblings = new HashMap<>(known);
        // Sees each value as soon as it is known.
        Context whileReading = new Context(context.country(), context.dateOrder(), siblings);
        // Choices first: the document's type, country and the like say how other values are read.
        for (boolean choices : new boolean[] {true, false}) {
            submitted.forEach((key, texts) -> {
                Optional<Field> field = fields.catalogue().find(record, key);
                if (field.isEmpty()) {
                    if (choices) {
                        problems.add(problem(key, "unknown_field"));
                    }
                } else if (isChoice(field.get()) == choices) {
                    Reading reading = new Reading(field.get(), whileReading, lenient);
                    reading.read(texts);
                    reading.into(values, raw, problems, warnings);
                    values.getOrDefault(key, Value.NONE).parts().stream()
                            .findFirst()
                            .ifPresent(part -> siblings.put(key, part));
                }
            });
        }
        derive(record, values, known, context.country());
        Map<String, String> whole = new HashMap<>(known);
        values.forEach((key, value) -> whole.put(key, value.text()));
        whole.values().removeIf(String::isEmpty);
        check(whole, values, problems, warnings);
        return new Cleaned(values, raw, problems, warnings);
    }

    private static boolean isChoice(Field field) {
        return field.type() == FieldType.CHOICE;
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
        private final Context context;
        private final boolean lenient;
        private final List<String> parts = new ArrayList<>();
        private final List<String> typed = new ArrayList<>();
        private final List<FieldProblem> problems = new ArrayList<>();
        private final List<FieldProblem> warnings = new ArrayList<>();

        Reading(Field field, Context context, boolean lenient) {
            this.lenient = lenient;
            this.field = field;
            this.context = context;
        }

        void read(List<String> texts) {
            for (String text : texts) {
                if (!text.isBlank()) {
                    typed.add(text);
                    readOne(text);
                }
            }
            if (!field.type().many() && parts.size() > 1) {
                problems.add(problem(field.key(), Fault.BAD_FORM.code()));
            }
        }

        private void readOne(String given) {
            // PostgreSQL has no text with a zero in it.
            String text = given.indexOf('\0') < 0 ? given : given.replace("\0", "");
            if (text.indexOf(MASK) >= 0 && field.sensitivity() != Field.Sensitivity.NORMAL) {
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

        void into(
                Map<String, Value> values,
                Map<String, String> raw,
                List<FieldProblem> allProblems,
                List<FieldProblem> allWarnings) {
            allProblems.addAll(problems);
            allWarnings.addAll(warnings);
            values.put(field.key(), new Value(parts));
            if (!typed.isEmpty() && !typed.equals(parts)) {
                raw.put(field.key(), String.join("; ", typed));
            }
        }
    }
}
