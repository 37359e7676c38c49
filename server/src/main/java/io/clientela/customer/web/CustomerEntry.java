package io.clientela.customer.web;

import io.clientela.customer.ChangeUndo;
import io.clientela.customer.CustomerNumber;
import io.clientela.customer.Customers;
import io.clientela.customer.FileView;
import io.clientela.customer.IdempotentSubmission;
import io.clientela.customer.Outcome;
import io.clientela.customer.Submission;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.customer.WriteGate;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.platform.Json;
import io.clientela.platform.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Turns a form of the page or a call of the API into a submission, and the gate's answer into a view. */
@Component
class CustomerEntry {

    private final WriteGate gate;
    private final Customers customers;
    private final IdempotentSubmission once;
    private final ChangeUndo undo;
    private final Messages messages;

    CustomerEntry(WriteGate gate, Customers customers, IdempotentSubmission once, ChangeUndo undo, Messages messages) {
        this.gate = gate;
        this.customers = customers;
        this.once = once;
        this.undo = undo;
        this.messages = messages;
    }

    FileView create(NewCustomer body, String key, Actor actor) {
        Submission submission = new Submission(
                new Target.NewFile(),
                body.type(),
                RawValues.of(body.values()),
                RawValues.lists(body.lists()),
                how(body.reason(), actor));
        Outcome outcome = once.submit(submission, Json.bytes(body), key, actor);
        return view(outcome, actor);
    }

    FileView change(CustomerNumber number, String version, CustomerChange body, Actor actor) {
        Submission submission = new Submission(
                new Target.Known(number, version(version)),
                customers.typeOf(number, actor),
                RawValues.of(body.values()),
                RawValues.lists(body.lists()),
                how(body.reason(), actor));
        return view(gate.submit(List.of(submission), actor).getFirst(), actor);
    }

    /** What one entry said is taken back, by the gate's rules. */
    TakenBackView takeBack(CustomerNumber number, int entry, String version, String reason, String key, Actor actor) {
        Outcome outcome = undo.takeBack(number, entry, version(version), reason, key, actor);
        List<String> waiting = outcome instanceof Outcome.Pending pending ? pending.fields() : List.of();
        return new TakenBackView(view(outcome, actor), waiting);
    }

    private Circumstances how(@org.jspecify.annotations.Nullable String reason, Actor actor) {
        return Circumstances.of(actor.channel())
                .because(Optional.ofNullable(reason).orElse(""));
    }

    private FileView view(Outcome outcome, Actor actor) {
        return switch (outcome) {
            case Outcome.Accepted accepted ->
                customers.written(accepted, actor).with(words(accepted.warnings(), actor));
            case Outcome.Pending pending -> customers.written(pending.number(), actor);
            case Outcome.Refused refused -> throw new Refusal(refused.error(), Map.of(), refused.problems());
        };
    }

    private List<FileView.WarningView> words(List<FieldProblem> warnings, Actor actor) {
        return warnings.stream()
                .map(warning -> new FileView.WarningView(
                        warning.field(),
                        warning.code(),
                        messages.text("fault." + warning.code() + ".cause", actor.language(), warning.details()),
                        messages.text("fault." + warning.code() + ".remedy", actor.language(), warning.details())))
                .toList();
    }

    /** An entity tag such as {@code "7"}, weak or strong; none means the caller doesn't mind. */
    static OptionalLong version(String tag) {
        String bare = tag.replace("W/", "").replace("\"", "").strip();
        if (bare.isEmpty() || "*".equals(bare)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(bare));
        } catch (NumberFormatException e) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
    }

    /** The file after something was taken back; {@code waiting} are fields that wait for an approval. */
    record TakenBackView(FileView file, List<String> waiting) {}
}
