package io.clientela.customer;

import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.ItemChange;
import io.clientela.customer.Submission.ListChange;
import io.clientela.customer.Submission.Target;
import io.clientela.exchange.spi.ImportTarget;
import io.clientela.kernel.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Imported rows go through the write gate like everything else. */
@Component
class CustomerImport implements ImportTarget {

    private final WriteGate gate;
    private final CollectionPlan plan;
    private final JournalStore journal;
    private final LikelyRows likely;

    CustomerImport(WriteGate gate, CollectionPlan plan, JournalStore journal, LikelyRows likely) {
        this.gate = gate;
        this.plan = plan;
        this.journal = journal;
        this.likely = likely;
    }

    @Override
    public Batch prepare(List<ImportRow> rows, Manner manner) {
        return new Ready(
                gate.prepare(rows.stream().map(row -> submission(row, manner)).toList()));
    }

    @Override
    public Batch arrange(Batch batch, Actor actor) {
        return new Ready(gate.arrange(((Ready) batch).batch(), actor));
    }

    @Override
    public List<RowResult> commit(Batch batch, Actor actor) {
        return gate.commit(((Ready) batch).batch(), actor).stream()
                .map(CustomerImport::result)
                .toList();
    }

    @Override
    public Rehearsal rehearsal() {
        TwinRows twins = new TwinRows();
        LikelyRows.Check check = likely.check();
        return (batch, actor) -> {
            WriteGate.Batch rows = ((Ready) batch).batch();
            return check.warned(rows, gate.rehearse(rows, actor, twins), actor).stream()
                    .map(CustomerImport::result)
                    .toList();
        };
    }

    @Override
    public UndoneBatch undo(long run, long afterRow, int limit, Actor actor) {
        return gate.takeBack(run, afterRow, limit, actor);
    }

    @Override
    public long written(long run) {
        return journal.countOfRun(run);
    }

    @Override
    public String planVersion() {
        return plan.version();
    }

    private static Submission submission(ImportRow row, Manner manner) {
        Target target = switch (manner.mode()) {
            case "update" -> new Target.ByKey(manner.key(), false);
            case "upsert" -> new Target.ByKey(manner.key(), true);
            default -> new Target.NewFile();
        };
        Map<String, ListChange> lists = new HashMap<>();
        row.items()
                .forEach((list, items) -> lists.put(
                        list,
                        new ListChange(
                                items.stream()
                                        .map(item -> new ItemChange(OptionalLong.empty(), item))
                                        .toList(),
                                List.of())));
        Circumstances how = new Circumstances(
                "import", manner.source(), "", "", manner.runId(), row.row(), row.context(), row.told(), 0);
        return new Submission(target, row.record(), row.values(), lists, how);
    }

    private static RowResult result(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted ->
                new RowResult(Effect.valueOf(accepted.effect().name()), accepted.warnings());
            case Outcome.Pending pending -> new RowResult(Effect.PENDING, List.of());
            case Outcome.Refused refused ->
                new RowResult(
                        Effect.REFUSED,
                        refused.problems().isEmpty()
                                ? List.of(Cleaning.problem("", refused.error().code()))
                                : refused.problems());
        };
    }

    private record Ready(WriteGate.Batch batch) implements Batch {}
}
