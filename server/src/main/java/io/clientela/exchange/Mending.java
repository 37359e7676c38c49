package io.clientela.exchange;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.exchange.RemarkStore.Remark;
import io.clientela.exchange.spi.ImportTarget;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.schedule.Jobs;
import io.clientela.vault.SealKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rows corrected in place and read again: of a check the whole file is checked anew with the corrections, of an import a run of
 * these rows alone follows. What the corrections don't name stays as it came, masked cells among it.
 */
@Component
public class Mending {

    /** As many rows as somebody corrects by hand at once. */
    static final int MOST_ROWS = 500;

    private static final int MOST_CORRECTIONS = 10_000;
    private static final int LONGEST_CELL = 10_000;
    private static final String MASK = "•";

    private final Imports imports;
    private final RunStore runs;
    private final RemarkStore remarks;
    private final CorrectionStore corrections;
    private final Uploads uploads;
    private final ImportTarget target;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Mending(
            Imports imports,
            RunStore runs,
            RemarkStore remarks,
            CorrectionStore corrections,
            Uploads uploads,
            ImportTarget target,
            Jobs jobs,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.imports = imports;
        this.runs = runs;
        this.remarks = remarks;
        this.corrections = corrections;
        this.uploads = uploads;
        this.target = target;
        this.jobs = jobs;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** New texts of single cells of a row, by column index; {@code row} is the data row of the file. */
    public record Corrected(long row, Map<Integer, String> cells) {
        public Corrected {
            cells = Map.copyOf(cells);
        }
    }

    /** Keeps the corrections and starts the run that reads the rows again. */
    public Run mend(long id, List<Corrected> rows, Actor actor) {
        Run run = root(mine(id, actor));
        if (imports.recognised(run).isCards()) {
            throw new Refusal(ExchangeError.CARDS_NOT_MENDED);
        }
        Map<Long, Map<Integer, String>> wanted = checked(rows);
        SealKey key = uploads.key(run.upload().id());
        return run.dryRun() ? checkAnew(run, wanted, key, actor) : readAgain(run, wanted, key, actor);
    }

    /** How many rows of an upload were corrected by hand. */
    public long corrections(long upload, Actor actor) {
        return corrections.count(uploads.find(upload, actor).id());
    }

    /** Lets the file say again what it says. */
    public void forget(long upload, Actor actor) {
        long id = uploads.find(upload, actor).id();
        transaction.executeWithoutResult(status -> {
            uploads.lock(id);
            if (runs.unfinished(id)) {
                throw new Refusal(ExchangeError.RUN_NOT_OVER);
            }
            corrections.drop(id);
            audit.record(AuditEvent.by(actor, "import.corrections_dropped").subject("upload:" + id));
        });
    }

    /** Refused rows belong to the run they came from, whichever run tried them last. */
    private Run root(Run run) {
        Run root = run;
        while (root.mends().isPresent()) {
            root = imports.find(root.mends().getAsLong());
        }
        return root;
    }

    private Run mine(long id, Actor actor) {
        Run run = imports.find(id, actor);
        if (!Imports.mine(run, actor)) {
            throw new Refusal(CommonError.NOT_FOUND);
        }
        if (!run.state().over()) {
            throw new Refusal(ExchangeError.RUN_NOT_OVER);
        }
        return run;
    }

    private static Map<Long, Map<Integer, String>> checked(List<Corrected> rows) {
        Map<Long, Map<Integer, String>> wanted = new TreeMap<>();
        for (Corrected row : rows) {
            if (row.cells().values().stream().anyMatch(cell -> cell.contains(MASK))) {
                throw new Refusal(ExchangeError.MASKED_CELL);
            }
            boolean harmless = row.cells().entrySet().stream()
                    .allMatch(cell -> cell.getKey() >= 0 && cell.getValue().length() <= LONGEST_CELL);
            if (!harmless) {
                throw new Refusal(CommonError.BAD_REQUEST);
            }
            wanted.put(row.row(), row.cells());
        }
        if (wanted.isEmpty()) {
            throw new Refusal(ExchangeError.NOTHING_MENDED);
        }
        if (wanted.size() > MOST_ROWS) {
            throw new Refusal(ExchangeError.TOO_MANY_MENDED, Map.of("limit", Integer.toString(MOST_ROWS)));
        }
        return wanted;
    }

    /** The whole rows with their new cells. Only of refused rows, and in a check of warned ones too, the cells are known. */
    private Map<Long, List<String>> mended(Run run, Map<Long, Map<Integer, String>> wanted, SealKey key) {
        int columns = imports.recognised(run).columns().size();
        List<Remark> known = new ArrayList<>(remarks.some(run.id(), RemarkStore.REFUSED, wanted.keySet(), key));
        if (run.dryRun()) {
            known.addAll(remarks.some(run.id(), RemarkStore.WARNING, wanted.keySet(), key));
        }
        Map<Long, List<String>> mended = new TreeMap<>();
        for (Remark remark : known) {
            Map<Integer, String> others = wanted.getOrDefault(remark.row(), Map.of());
            if (!remark.body().cells().isEmpty()) {
                mended.put(remark.row(), with(remark.body().cells(), others, columns));
            }
        }
        if (mended.size() < wanted.size()) {
            throw new Refusal(ExchangeError.NOT_REFUSED);
        }
        return mended;
    }

    private static List<String> with(List<String> cells, Map<Integer, String> others, int columns) {
        List<String> all = new ArrayList<>(cells);
        all.addAll(Collections.nCopies(Math.max(0, columns - all.size()), ""));
        others.forEach((index, text) -> {
            if (index >= all.size()) {
                throw new Refusal(CommonError.BAD_REQUEST);
            }
            all.set(index, text);
        });
        return all;
    }

    private Run checkAnew(Run run, Map<Long, Map<Integer, String>> wanted, SealKey key, Actor actor) {
        transaction.executeWithoutResult(status -> {
            uploads.lock(run.upload().id());
            Map<Long, List<String>> mended = mended(run, wanted, key);
            keep(run, mended, key);
            audit.record(AuditEvent.by(actor, "import.corrected").run(run.id()).with("rows", mended.size()));
        });
        return imports.start(Imports.wish(run), actor);
    }

    private Run readAgain(Run run, Map<Long, Map<Integer, String>> wanted, SealKey key, Actor actor) {
        long child = transaction.execute(status -> {
            // Two who take the same rows at once would both find them free.
            uploads.lock(run.upload().id());
            Map<Long, List<String>> mended = mended(run, wanted, key);
            long by = runs.insert(
                    Imports.wish(run),
                    run.record(),
                    run.recognised(),
                    run.country(),
                    target.planVersion(),
                    run.template(),
                    actor.userId(),
                    clock.instant(),
                    OptionalLong.of(run.id()));
            if (remarks.take(run.id(), mended.keySet(), by) < mended.size()) {
                throw new Refusal(ExchangeError.NOT_REFUSED);
            }
            keep(run, mended, key);
            audit.record(AuditEvent.by(actor, "import.mended")
                    .run(by)
                    .subject("run:" + run.id())
                    .with("rows", mended.size()));
            jobs.start(Imports.JOB, by, run.upload().name(), actor);
            return by;
        });
        return imports.find(child);
    }

    private void keep(Run run, Map<Long, List<String>> mended, SealKey key) {
        long upload = run.upload().id();
        mended.forEach((row, cells) -> corrections.put(upload, row, cells, key));
        if (corrections.count(upload) > MOST_CORRECTIONS) {
            throw new Refusal(ExchangeError.TOO_MANY_MENDED, Map.of("limit", Integer.toString(MOST_CORRECTIONS)));
        }
    }
}
