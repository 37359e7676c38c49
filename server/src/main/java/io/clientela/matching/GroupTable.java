package io.clientela.matching;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.customer.SideBySide;
import io.clientela.customer.SideBySide.Named;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Refusal;
import io.clientela.kit.format.RowWriter;
import io.clientela.kit.match.Outcome;
import io.clientela.matching.GroupStore.Grouped;
import io.clientela.platform.Interruptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the last run found as a table of every customer in the reader's scope: number, external_id, group, outcome, score. */
@Component
public class GroupTable {

    private static final int PORTION = 1_000;
    private static final String SINGLE = "single";

    private final SideBySide files;
    private final GroupStore groups;
    private final PairStore pairs;
    private final MatchingRunStore runs;
    private final Wording wording;
    private final Tellable tellable;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    GroupTable(
            SideBySide files,
            GroupStore groups,
            PairStore pairs,
            MatchingRunStore runs,
            Wording wording,
            Tellable tellable,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.files = files;
        this.groups = groups;
        this.pairs = pairs;
        this.runs = runs;
        this.wording = wording;
        this.tellable = tellable;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Refuses before the first byte where nothing was ever compared. */
    public void check(Actor actor) {
        if (runs.lastDone().isEmpty()) {
            throw new Refusal(MatchingError.MATCHING_NOT_RUN);
        }
        transaction.executeWithoutResult(status -> audit.record(AuditEvent.by(actor, "matching.exported")));
    }

    /** Writes the table as CSV; with {@code explain} the findings of each customer's surest pair. */
    public void write(OutputStream out, boolean explain, Actor actor) throws IOException {
        try (RowWriter rows = RowWriter.csv(out, ',', false)) {
            List<String> head = new ArrayList<>(List.of("number", "external_id", "group", "outcome", "score"));
            if (explain) {
                head.add("reasons");
            }
            rows.write(head);
            Writing writing = new Writing(rows, explain, actor);
            files.each(actor, writing::add);
            writing.flush();
        }
    }

    /** Groups are counted as they come: the number of a group is good for this table only. */
    private final class Writing {
        private final RowWriter rows;
        private final boolean explain;
        private final Actor actor;
        private final Map<Long, Long> numbers = new HashMap<>();
        private final List<Named> waiting = new ArrayList<>();
        private long next;

        Writing(RowWriter rows, boolean explain, Actor actor) {
            this.rows = rows;
            this.explain = explain;
            this.actor = actor;
        }

        void add(Named file) {
            waiting.add(file);
            if (waiting.size() == PORTION) {
                flush();
            }
        }

        void flush() {
            Interruptions.check();
            List<Long> ids = waiting.stream().map(Named::fileId).toList();
            Map<Long, Grouped> grouped = groups.of(ids);
            Map<Long, Findings> reasons = explain ? pairs.surest(grouped.keySet()) : Map.of();
            for (Named file : waiting) {
                write(file, grouped.get(file.fileId()), reasons.get(file.fileId()));
            }
            waiting.clear();
        }

        private void write(Named file, @Nullable Grouped group, @Nullable Findings why) {
            List<String> cells = new ArrayList<>(List.of(
                    file.number(),
                    file.externalId(),
                    Long.toString(group == null ? ++next : numbers.computeIfAbsent(group.group(), id -> ++next)),
                    group == null ? SINGLE : group.outcome() == Outcome.SAME ? "same" : "ask",
                    group == null ? "" : String.format(Locale.ROOT, "%.4f", group.probability())));
            if (explain) {
                cells.add(why == null ? "" : wording.sentence(tellable.aside(why, actor), actor.language()));
            }
            try {
                rows.write(cells);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
