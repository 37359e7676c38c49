package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientela.fields.FieldAccess;
import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.Words;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.check.Context;
import io.clientela.kit.fields.Field;
import io.clientela.platform.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The write gate's cleaning for somebody who is still typing: what would be stored, and what is wrong with it. */
@Component
public class Checking {

    private final Cleaning cleaning;
    private final FieldCatalogue fields;
    private final FieldAccess access;
    private final Words words;
    private final Messages messages;
    private final HomeCountry home;

    Checking(
            Cleaning cleaning,
            FieldCatalogue fields,
            FieldAccess access,
            Words words,
            Messages messages,
            HomeCountry home) {
        this.cleaning = cleaning;
        this.fields = fields;
        this.access = access;
        this.words = words;
        this.messages = messages;
        this.home = home;
    }

    /** Values the person may not write are left out. */
    public Result check(String record, Map<String, List<String>> values, Actor actor) {
        if (fields.catalogue().fields(record).isEmpty()) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
        Map<String, List<String>> allowed = new HashMap<>();
        values.forEach((key, texts) -> fields.catalogue()
                .find(record, key)
                .filter(field -> access.mayWrite(actor, field))
                .ifPresent(field -> allowed.put(key, texts)));
        Cleaned cleaned =
                cleaning.clean(record, allowed, home.context(Context.NONE, allowed, Map.of()), Map.of(), false);
        Map<String, FieldResult> byField = new LinkedHashMap<>();
        allowed.keySet().forEach(key -> byField.put(key, result(record, key, cleaned, actor)));
        List<Remark> record0 = new ArrayList<>();
        cleaned.problems().stream()
                .filter(problem -> !byField.containsKey(problem.field()))
                .forEach(problem -> record0.add(remark(problem, true, actor)));
        return new Result(byField, record0);
    }

    private FieldResult result(String record, String key, Cleaned cleaned, Actor actor) {
        Field field = fields.catalogue().field(record, key);
        Value value = cleaned.values().getOrDefault(key, Value.NONE);
        List<Remark> remarks = new ArrayList<>();
        cleaned.problems().stream()
                .filter(problem -> problem.field().equals(key))
                .forEach(problem -> remarks.add(remark(problem, true, actor)));
        cleaned.warnings().stream()
                .filter(warning -> warning.field().equals(key))
                .forEach(warning -> remarks.add(remark(warning, false, actor)));
        return new FieldResult(
                value.text(), value.isEmpty() ? "" : words.text(field, value.parts(), actor.language()), remarks);
    }

    private Remark remark(FieldProblem problem, boolean refuses, Actor actor) {
        return new Remark(
                problem.field(),
                problem.code(),
                messages.text("fault." + problem.code() + ".cause", actor.language(), problem.details()),
                messages.text("fault." + problem.code() + ".remedy", actor.language(), problem.details()),
                refuses,
                problem.details());
    }

    /** By field key, and what concerns the record as a whole. */
    public record Result(Map<String, FieldResult> fields, List<Remark> record) {}

    /** {@code value} would be stored and shown as {@code text}. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record FieldResult(String value, String text, List<Remark> problems) {}

    public record Remark(
            String field,
            String code,
            String message,
            String remedy,
            boolean refuses,
            @JsonIgnore Map<String, String> details) {}
}
