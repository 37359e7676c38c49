package io.clientela.exchange;

import io.clientela.access.Actors;
import io.clientela.exchange.RemarkStore.Body;
import io.clientela.exchange.RemarkStore.Remark;
import io.clientela.exchange.Run.Counts;
import io.clientela.exchange.Run.State;
import io.clientela.exchange.spi.ImportTarget;
import io.clientela.exchange.spi.ImportTarget.Effect;
import io.clientela.exchange.spi.ImportTarget.ImportRow;
import io.clientela.exchange.spi.ImportTarget.RowResult;
import io.clientela.fields.FieldAccess;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.format.FormatError;
import io.clientela.kit.format.Row;
import io.clientela.kit.format.RowReader;
import io.clientela.platform.Afresh;
import io.clientela.platform.Connections;
import io.clientela.platform.Interruptions;
import io.clientela.platform.Json;
import io.clientela.platform.Traces;
import io.clientela.schedule.Job;
import io.clientela.schedule.JobHandler;
import io.clientela.schedule.Jobs;
import io.clientela.schedule.Steering;
import io.clientela.vault.SealKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works a run off in batches: each is one transaction with its rows, remarks and progress, so that a crash loses and doubles
 * nothing. While one batch is written the next ones are read, checked and sealed.
 */
@Component
class ImportJob implements JobHandler {

    private static final Logger log = LoggerFactory.getLogger(ImportJob.class);
    private static final int BATCH = 500;

    /** Cells of rows that only have a warning are kept for so many of them. */
    private static final int WARNED_WITH_CELLS = 5_000;

    private final Imports imports;
    private final FileReading reading;
    private final RunStore runs;
    private final RemarkStore remarks;
    private final CorrectionStore corrections;
    private final Uploads uploads;
    private final ImportTarget target;
    private final FieldCatalogue fields;
    private final FieldAccess access;
    private final Actors actors;
    private final Jobs jobs;
    private final Afresh afresh;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportJob(
            Imports imports,
            FileReading reading,
            RunStore runs,
            RemarkStore remarks,
            CorrectionStore corrections,
            Uploads uploads,
            ImportTarget target,
            FieldCatalogue fields,
            FieldAccess access,
            Actors actors,
            Jobs jobs,
            Afresh afresh,
            TransactionTemplate transaction,
            Clock clock) {
        this.imports = imports;
        this.reading = reading;
        this.runs = runs;
        this.remarks = remarks;
        this.corrections = corrections;
        this.uploads = uploads;
        this.target = target;
        this.fields = fields;
        this.access = access;
        this.actors = actors;
        this.jobs = jobs;
        this.afresh = afresh;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Imports.JOB;
    }

    @Override
    public Set<Steering> abilities(Job job) {
        if (job.waitingOrRunning()) {
            return Set.of(Steering.PAUSE, Steering.CANCEL);
        }
        return State.PAUSED.text().equals(job.state()) ? Set.of(Steering.RESUME, Steering.CANCEL) : Set.of();
    }

    @Override
    public void steer(Job job, Steering how, Actor actor) {
        imports.steer(
                job.subject(),
                switch (how) {
                    case PAUSE -> Run.Wanted.PAUSE;
                    case RESUME -> Run.Wanted.RUN;
                    case CANCEL -> Run.Wanted.CANCEL;
                },
                actor);
    }

    @Override
    public Optional<String> page(Job job, Actor actor) {
        return Imports.page(job, actor);
    }

    @Override
    public void run(long id) {
        Run run = imports.find(id);
        if (run.state().over()) {
            return;
        }
        try {
            work(run);
        } catch (Refusal e) {
            end(run, State.FAILED, Optional.of(e.error().code()));
        } catch (RuntimeException e) {
            if (Connections.isAway(e) || Interruptions.isOne(e)) {
                // The database is away or the server stops: the scheduler tries again and the run goes on where it was.
                throw e;
            }
            log.error("import {} broke: {}", id, Traces.of(e));
            end(run, State.FAILED, Optional.of(ExchangeError.RUN_BROKE.code()));
        }
    }

    private void work(Run run) {
        Actor actor = actors.actor(run.startedBy(), "job", "job");
        try (OpenFile file = reading.open(run)) {
            OpenFile.Counted counted = run.mends().isPresent() ? inHand(run, file) : file.count();
            String country = reading.country(counted.recognition());
            transaction.executeWithoutResult(status -> {
                runs.decided(
                        run.id(),
                        counted.recognition().type(),
                        Json.write(file.view(counted.recognition(), country, false)),
                        country,
                        counted.rows());
                runs.move(run.id(), State.RUNNING, clock.instant(), Optional.empty());
                jobs.report(
                        kind(),
                        run.id(),
                        State.RUNNING.text(),
                        run.counts().processed(),
                        counted.rows(),
                        Optional.empty());
            });
            RowMapping mapping =
                    file.mapping(counted.recognition(), fields, country, field -> access.mayWrite(actor, field));
            State state = new Working(imports.find(run.id()), file, mapping, actor).work();
            end(imports.find(run.id()), state, Optional.empty());
        }
    }

    /** Rows read again are read as their file was, whatever few rows of it would tell. */
    private OpenFile.Counted inHand(Run run, OpenFile file) {
        long rows = remarks.inHand(run.mends().getAsLong(), run.id(), 0).size();
        return new OpenFile.Counted(rows, imports.recognised(run).settled(file.recognition()));
    }

    private void end(Run run, State state, Optional<String> error) {
        transaction.executeWithoutResult(status -> {
            if (state == State.PAUSED) {
                runs.pause(run.id(), clock.instant());
            } else {
                runs.move(run.id(), state, clock.instant(), error);
            }
            Run ended = imports.find(run.id());
            jobs.report(kind(), run.id(), ended.state().text(), ended.counts().processed(), run.total(), error);
        });
    }

    /** One stretch of work on a run, from where it was left. */
    private final class Working {
        private final Run run;
        private final OpenFile file;
        private final RowMapping mapping;
        private final Actor actor;
        private final SealKey key;
        private final ImportTarget.Manner manner;
        private final ImportTarget.Rehearsal rehearsal = target.rehearsal();
        private final Map<Long, List<String>> corrected;
        private long lastRow;
        private long dataRow;
        private long processed;
        private long warnings;
        private Strangers strangers;

        Working(Run run, OpenFile file, RowMapping mapping, Actor actor) {
            this.run = run;
            this.file = file;
            this.mapping = mapping;
            this.actor = actor;
            this.key = uploads.key(run.upload().id());
            this.manner = new ImportTarget.Manner(run.record(), run.mode(), run.key(), run.id(), "file");
            this.lastRow = run.lastRow();
            this.dataRow = run.counts().processed();
            this.processed = run.counts().processed();
            this.corrected = corrections.all(run.upload().id(), key);
            this.strangers = Strangers.of(run.id(), runs.strangers(run.id()), key);
        }

        private RowReader rows() {
            if (run.mends().isEmpty()) {
                return file.sheet().open(run.lastRow() + 1);
            }
            long mends = run.mends().getAsLong();
            List<Long> inHand = remarks.inHand(mends, run.id(), run.lastRow());
            List<Long> uncorrected =
                    inHand.stream().filter(row -> !corrected.containsKey(row)).toList();
            Map<Long, List<String>> cells = new HashMap<>(corrected);
            remarks.some(mends, RemarkStore.REFUSED, uncorrected, key)
                    .forEach(remark -> cells.put(remark.row(), remark.body().cells()));
            return new MendedRows(inHand.stream()
                    .map(row -> new Row(row, Objects.requireNonNull(cells.get(row))))
                    .toList());
        }

        /** Three batches are worked on at once: one is read and checked, one sealed, one written. */
        State work() {
            try (RowReader rows = rows();
                    Pipeline<Ready> batches = new Pipeline<>("import-" + run.id(), () -> read(rows), this::arranged)) {
                while (true) {
                    Interruptions.check();
                    Ready ready = batches.next();
                    if (ready.rows().isEmpty()) {
                        return State.DONE;
                    }
                    Run.Wanted wanted = runs.wanted(run.id());
                    if (wanted != Run.Wanted.RUN) {
                        return wanted == Run.Wanted.PAUSE ? State.PAUSED : State.CANCELLED;
                    }
                    write(ready);
                }
            }
        }

        private Ready read(RowReader rows) {
            List<Row> taken = new ArrayList<>(BATCH);
            List<RowMapping.Mapped> mapped = new ArrayList<>(BATCH);
            Portion portion = new Portion(BATCH);
            try {
                while (!portion.full() && rows.hasNext()) {
                    Row row = rows.next();
                    boolean inHand = run.mends().isPresent();
                    if (inHand || !mapping.skips(row)) {
                        dataRow = inHand ? row.number() : dataRow + 1;
                        Row said = new Row(row.number(), corrected.getOrDefault(dataRow, row.cells()));
                        portion.add(said);
                        taken.add(said);
                        mapped.add(mapping.map(said, dataRow));
                    }
                }
            } catch (FormatError e) {
                throw ExchangeError.of(e);
            }
            List<ImportRow> toCheck =
                    mapped.stream().map(RowMapping.Mapped::row).toList();
            return new Ready(taken, mapped, target.prepare(toCheck, manner));
        }

        private Ready arranged(Ready ready) {
            return run.dryRun() ? ready : new Ready(ready.rows(), ready.mapped(), target.arrange(ready.batch(), actor));
        }

        /** Somebody may merge customers the batch waits for, and it be broken off; then it is written afresh, as if for the first time. */
        private void write(Ready ready) {
            long start = System.nanoTime();
            long warnedBefore = warnings;
            Strangers before = strangers;
            int written = afresh.run(() -> {
                warnings = warnedBefore;
                strangers = before.copy();
                return written(ready, start);
            });
            lastRow = ready.rows().getLast().number();
            processed += written;
        }

        /** Writes a batch, what is said of its rows, and how far the run has come; answers how many rows these were. */
        private int written(Ready ready, long start) {
            List<RowResult> results =
                    run.dryRun() ? rehearsal.rehearse(ready.batch(), actor) : target.commit(ready.batch(), actor);
            long warned = remark(ready, results);
            strangers.toKeep(key).ifPresent(kept -> runs.keepStrangers(run.id(), kept));
            run.mends().ifPresent(mends -> mended(mends, ready, results));
            long millis = (System.nanoTime() - start) / 1_000_000;
            long last = ready.rows().getLast().number();
            if (!runs.advance(run.id(), lastRow, last, Counts.of(results, warned), millis)) {
                throw new IllegalStateException("another worker has taken this run");
            }
            long reached = processed + results.size();
            jobs.report(kind(), run.id(), State.RUNNING.text(), reached, run.total(), Optional.empty());
            return results.size();
        }

        /** Only rows that pass leave the refused ones of the run they came from; the others stand there as they were last tried. */
        private void mended(long mends, Ready ready, List<RowResult> results) {
            List<Long> passed = new ArrayList<>();
            int replaced = 0;
            for (int i = 0; i < results.size(); i++) {
                if (results.get(i).effect() != Effect.REFUSED) {
                    passed.add(ready.number(i));
                } else {
                    Body body =
                            new Body(ready.rows().get(i).cells(), results.get(i).problems());
                    Remark again = new Remark(ready.number(i), RemarkStore.REFUSED, body);
                    replaced += remarks.replace(mends, again, run.id(), key);
                }
            }
            int left = remarks.passed(mends, passed, run.id());
            if (left + replaced != results.size()) {
                // What was entered of a row that isn't in hand any more would be entered twice.
                throw new IllegalStateException("another run has taken rows of this one");
            }
            runs.addMended(mends, left);
        }

        /** Keeps what is said of rows; answers how many accepted ones have a warning. */
        private long remark(Ready ready, List<RowResult> results) {
            List<Remark> all = new ArrayList<>();
            long warned = 0;
            for (int i = 0; i < results.size(); i++) {
                RowResult result = results.get(i);
                List<FieldProblem> said = Stream.concat(
                                result.problems().stream(), ready.mapped().get(i).remarks().stream())
                        .filter(this::concernsRow)
                        .toList();
                if (!said.isEmpty()) {
                    boolean refused = result.effect() == Effect.REFUSED;
                    String kind = refused ? RemarkStore.REFUSED : RemarkStore.WARNING;
                    warned += refused ? 0 : 1;
                    List<String> cells = refused || warnings++ < WARNED_WITH_CELLS
                            ? ready.rows().get(i).cells()
                            : List.of();
                    all.add(new Remark(ready.number(i), kind, new Body(cells, said)));
                }
            }
            remarks.insertAll(run.id(), all, key);
            return warned;
        }

        /** What a file lacks in every row, a column or a person of a name, is not worth a remark on each of them. */
        private boolean concernsRow(FieldProblem problem) {
            if (Strangers.concern(problem)) {
                return strangers.isNew(problem);
            }
            return !problem.code().equals("wanted_missing") || mapping.maps(problem.field());
        }
    }

    /** A batch on its way. */
    private record Ready(List<Row> rows, List<RowMapping.Mapped> mapped, ImportTarget.Batch batch) {

        /** Number of the data row, the first of a file is 1. */
        long number(int index) {
            return mapped.get(index).row().row();
        }
    }
}
