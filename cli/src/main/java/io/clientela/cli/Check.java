package io.clientela.cli;

import io.clientela.kit.check.Checked;
import io.clientela.kit.check.Context;
import io.clientela.kit.check.Fault;
import io.clientela.kit.check.Rule;
import io.clientela.kit.check.Rules;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.CodeLists;
import io.clientela.kit.fields.Field;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Cleans and checks values of one field, one a line, with the very rules of the gate and without a server. */
@Command(name = "check")
final class Check implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FIELD", descriptionKey = "field")
    private String key = "";

    @Option(names = "--type", paramLabel = "TYPE", descriptionKey = "type")
    private Optional<RecordKind> type = Optional.empty();

    @Option(names = "--country", paramLabel = "CODE", descriptionKey = "country", defaultValue = "CN")
    private String country = "CN";

    @Option(names = "--dates", paramLabel = "ORDER", descriptionKey = "dates")
    private Optional<Import.Dates> dates = Optional.empty();

    Check(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Field field = field(Catalogue.shipped());
        Rule rule = rule(field);
        Context context = new Context(country, dates.map(Enum::name).orElse(""), java.util.Map.of());
        // Standard input belongs to whoever called us; it is not ours to close.
        BufferedReader values = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
        for (String value = values.readLine(); value != null; value = values.readLine()) {
            console.out().println(line(value, field, rule, context));
        }
        return 0;
    }

    private static String line(String value, Field field, Rule rule, Context context) {
        if (Rules.isBlank(value)) {
            boolean required = field.grade() == Field.Grade.REQUIRED;
            return value + "\t\t" + (required ? "required" : "ok");
        }
        return switch (rule.check(value, context)) {
            case Checked.Ok ok
            when Rules.tooLong(ok.value(), field.maxLength()).isPresent() -> value + "\t\t" + Fault.TOO_LONG.code();
            case Checked.Ok ok -> value + "\t" + ok.value() + "\tok";
            case Checked.Refused refused ->
                value + "\t\t" + refused.problem().fault().code();
        };
    }

    /** A choice is looked up in its list, a region in the tree of places, anything else has a rule of its own. */
    private static Rule rule(Field field) {
        return switch (field.type()) {
            case REGION ->
                (raw, context) -> chosen(CodeLists.shipped()
                        .regions()
                        .resolve(raw, context.country())
                        .code());
            case CHOICE, CHOICES ->
                (raw, context) -> chosen(CodeLists.shipped()
                        .list(field.codeList())
                        .resolve(raw, context.country())
                        .code());
            default -> Rules.named(field.rule());
        };
    }

    private static Checked chosen(Optional<String> code) {
        return code.map(Checked::ok).orElseGet(() -> Checked.refused(Fault.UNKNOWN_CHOICE));
    }

    /** The field of that key, of the first record type that has it unless one was named. */
    private Field field(Catalogue catalogue) {
        return catalogue.fields().stream()
                .filter(field -> field.key().equals(key) || (field.record() + "." + field.key()).equals(key))
                .filter(field ->
                        type.map(each -> each.name().equals(field.record())).orElse(true))
                .findFirst()
                .orElseThrow(() -> new Trouble("unknown_field", key, nearest(catalogue)));
    }

    private static String nearest(Catalogue catalogue) {
        return String.join(
                ", ",
                catalogue.fields().stream().map(Field::key).distinct().sorted().toList());
    }
}
