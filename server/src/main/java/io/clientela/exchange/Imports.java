package io.clientela.exchange;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.exchange.RemarkStore.Remark;
import io.clientela.exchange.spi.ImportTarget;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Scope;
import io.clientela.platform.Json;
import io.clientela.schedule.Job;
import io.clientela.schedule.Jobs;
import io.clientela.vault.SealKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Import runs: recognised, started, paused, resumed, cancelled and shown; only the one who started a run sees its rows. */
@Component
public class Imports {

    static final String JOB = "import";
    private static final String CHECK = "check";

    private final RunStore runs;
    private final RemarkStore remarks;
    private final FileReading reading;
    private final Templates templates;
    private final Uploads uploads;
    private final CellMasks masks;
    private final ImportTarget target;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SampleCache samples = new SampleCache();

    Imports(
            RunStore runs,
            RemarkStore remarks,
            FileReading reading,
            Templates templates,
            Uploads uploads,
            CellMasks masks,
            ImportTarget target,
            Jobs jobs,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.remarks = remarks;
        this.reading = reading;
        this.templates = templates;
        this.uploads = uploads;
        this.masks = masks;
        this.target = target;
        this.jobs = jobs;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a file seems to be, with samples of its values for the one who handed it over. */
    public Recognised recognise(ImportWish wish, Actor actor) {
        return reading.recognise(wish, actor);
    }

    /** Starts a run; faults of the file and of the wish are refused before anything is written. */
    public Run start(ImportWish asked, Actor actor) {
        FileReading.Read read = reading.read(asked, actor);
        long id = entered(read, actor);
        samples.put(id, read.samples());
        return find(id);
    }

    private long entered(FileReading.Read read, Actor actor) {
        return transaction.execute(status -> {
            read.template().ifPresent(templates::used);
            long run = runs.insert(
                    read.wish(),
                    read.found().type(),
                    Json.write(read.found()),
                    read.country(),
                    target.planVersion(),
                    read.template().map(Template::name).orElse(""),
                    actor.userId(),
                    clock.instant(),
                    OptionalLong.empty());
            audit.record(AuditEvent.by(actor, read.wish().dryRun() ? "import.rehearsed" : "import.started")
                    .run(run)
                    .subject("upload:" + read.wish().upload())
                    .with("mode", read.wish().mode()));
            jobs.start(
                    JOB,
                    read.wish().dryRun() ? CHECK : JOB,
                    run,
                    find(run).upload().name(),
                    actor);
            return run;
        });
    }

    /** Keeps how a file is read as a template; the wish is what somebody sees on the page. */
    public Template keep(String name, ImportWish asked, Actor actor) {
        FileReading.Read read = reading.read(asked, actor);
        return templates.keep(name, read.wish(), read.found(), actor);
    }

    public Run find(long id, Actor actor) {
        Run run = find(id);
        if (!mine(run, actor) && !(actor.scope() instanceof Scope.All)) {
            throw new Refusal(CommonError.NOT_FOUND);
        }
        return run;
    }

    Run find(long id) {
        return runs.find(id).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
    }

    /** What the run's file was found to be; with samples of its values for the one who handed it over. */
    public Recognised recognised(Run run, Actor actor) {
        Recognised kept = recognised(run);
        boolean shown = mine(run, actor) && !run.state().over();
        return shown ? masks.samples(kept.with(samples.of(run.id(), () -> samples(run))), actor) : kept;
    }

    /** The same without samples, for which no file is opened. */
    public Recognised recognised(Run run) {
        return Json.read(run.recognised(), Recognised.class);
    }

    private Map<Integer, List<String>> samples(Run run) {
        try (OpenFile file = reading.open(run)) {
            return file.samples();
        }
    }

    /** The last runs somebody may see; {@code state} empty and {@code person} 0 mean any. */
    public List<Run> recent(String state, long person, Actor actor) {
        return runs.recent(actor.userId(), actor.scope() instanceof Scope.All, state, person);
    }

    /** Asks a run to pause after the batch it is in. */
    public Run pause(long id, Actor actor) {
        told(find(id, actor), Run.Wanted.PAUSE, actor);
        return find(id);
    }

    /** Asks a run to stop for good after the batch it is in; what was entered stays. */
    public Run cancel(long id, Actor actor) {
        return again(id, Run.Wanted.CANCEL, actor);
    }

    public Run resume(long id, Actor actor) {
        return again(id, Run.Wanted.RUN, actor);
    }

    /** Somebody looks at a run again, so that a wish is never left without anybody who hears it. */
    private Run again(long id, Run.Wanted wanted, Actor actor) {
        transaction.executeWithoutResult(status -> {
            told(find(id, actor), wanted, actor);
            jobs.wake(JOB, id);
        });
        return find(id);
    }

    /** The same for somebody who may steer jobs, whatever files they see; in the caller's transaction. */
    void steer(long id, Run.Wanted wanted, Actor actor) {
        Run run = find(id);
        told(run, wanted, actor);
        if (wanted != Run.Wanted.PAUSE) {
            // Whether it has paused is not to be seen here: it may be about to.
            jobs.wake(JOB, id);
        }
    }

    private void told(Run run, Run.Wanted wanted, Actor actor) {
        long id = run.id();
        if (run.state().over()) {
            throw new Refusal(ExchangeError.RUN_OVER);
        }
        transaction.executeWithoutResult(status -> {
            if (!runs.wish(id, wanted)) {
                throw new Refusal(ExchangeError.RUN_OVER);
            }
            Run told = find(id);
            if (told.state() == Run.State.WAITING) {
                jobs.report(JOB, id, told.state().text(), told.counts().processed(), told.total(), Optional.empty());
            }
            audit.record(AuditEvent.by(actor, "import." + wanted.text()).run(id));
        });
    }

    /** Refused or warned rows; the cells are shown to the one who handed the file over only, and masked. */
    public List<ImportRemark> remarks(long id, String kind, long after, int limit, Actor actor) {
        return remarks(id, kind, "", "", after, limit, actor);
    }

    /** The same, only those with this finding; an empty code means any. */
    public List<ImportRemark> remarks(
            long id, String kind, String field, String code, long after, int limit, Actor actor) {
        Run run = find(id, actor);
        Recognised found = recognised(run);
        if (!shown(run, found, field, actor)) {
            return List.of();
        }
        String about = code.isEmpty() ? "" : RemarkStore.about(field, code);
        return remarks
                .page(id, kind, about, after, limit, uploads.key(run.upload().id()))
                .stream()
                .map(remark -> shown(remark, mine(run, actor))
                        .masked(cells -> masks.row(found, cells, actor))
                        .about(path -> shown(run, found, path, actor)))
                .toList();
    }

    /** How many rows of a run have which finding, the most frequent first; rows that have passed since don't count. */
    public List<Finding> findings(long id, Actor actor) {
        Run run = find(id, actor);
        Recognised found = recognised(run);
        List<Stranger> strangers = strangers(id, actor);
        return remarks.counts(id).stream()
                .filter(count -> shown(run, found, count.field(), actor))
                .map(count -> finding(count, strangers))
                .toList();
    }

    /** An unknown owner is remarked on once, and concerns every row that names them. */
    private static Finding finding(RemarkStore.Count count, List<Stranger> strangers) {
        boolean named = Strangers.concern(count.code()) && !strangers.isEmpty();
        return new Finding(
                count.kind(),
                count.field(),
                count.code(),
                named ? strangers.stream().mapToLong(Stranger::rows).sum() : count.rows(),
                named ? strangers.stream().map(Stranger::name).toList() : List.of());
    }

    /** Owners the rows name whom nobody bears as a name, for the one who handed the file over and sees owners in clear. */
    public List<Stranger> strangers(long id, Actor actor) {
        Run run = find(id, actor);
        if (!mine(run, actor) || !masks.clear(recognised(run), "owner", actor)) {
            return List.of();
        }
        return runs.strangers(id)
                .map(kept -> Strangers.of(
                                id, Optional.of(kept), uploads.key(run.upload().id()))
                        .all())
                .orElse(List.of());
    }

    /** Runs that read refused rows of this one again. */
    public List<Run> mendings(long id, Actor actor) {
        // A page asks again and again while a run goes on, and nothing mends one before its end.
        return find(id, actor).state().over() ? runs.mendings(id) : List.of();
    }

    /**
     * The first rows of the run's file with what is said of them, whatever that is; for the one who handed it over, and none of
     * a run that read single rows again.
     */
    public List<FirstRow> first(long id, Actor actor) {
        Run run = find(id, actor);
        if (!mine(run, actor) || run.mends().isPresent()) {
            return List.of();
        }
        Recognised found = recognised(run);
        SealKey key = uploads.key(run.upload().id());
        List<FirstRow> rows = new ArrayList<>();
        try (OpenFile file = reading.open(run)) {
            List<List<String>> cells = file.rows(reading.corrected(run.upload().id()));
            for (int i = 0; i < cells.size(); i++) {
                rows.add(new FirstRow(i + 1, "", masks.row(found, cells.get(i), actor), List.of()));
            }
        }
        List<Long> numbers = rows.stream().map(FirstRow::row).toList();
        for (String kind : List.of(RemarkStore.WARNING, RemarkStore.REFUSED)) {
            for (Remark remark : remarks.some(id, kind, numbers, key)) {
                int at = (int) remark.row() - 1;
                rows.set(
                        at,
                        new FirstRow(
                                remark.row(),
                                kind,
                                rows.get(at).cells(),
                                remark.body().problems()));
            }
        }
        return rows;
    }

    /** Who started a run knows what is wrong with its rows; anybody else nothing of fields hidden from them. */
    private boolean shown(Run run, Recognised found, String path, Actor actor) {
        return mine(run, actor) || !masks.hidden(found, path, actor);
    }

    private static ImportRemark shown(Remark remark, boolean whole) {
        return new ImportRemark(
                remark.row(),
                whole ? remark.body().cells() : List.of(),
                remark.body().problems());
    }

    /**
     * Every refused row in order and as it came, to be mended; only for the one who handed the file over. Who may not have them is
     * refused here and now, before anything of them is written.
     */
    public RefusedRows refused(long id, Actor actor) {
        Run run = find(id, actor);
        if (!mine(run, actor)) {
            throw new Refusal(CommonError.NOT_FOUND);
        }
        SealKey key = uploads.key(run.upload().id());
        return consumer -> remarks.each(id, RemarkStore.REFUSED, key, remark -> consumer.accept(shown(remark, true)));
    }

    /** Rows that are read one after the other, never all at once. */
    public interface RefusedRows {
        void each(Consumer<ImportRemark> consumer);
    }

    /** The page of the run a job works on, for those whom it opens. */
    static Optional<String> page(Job job, Actor actor) {
        boolean opens = job.startedBy() == actor.userId() || actor.scope() instanceof Scope.All;
        return opens && actor.may(Functions.CUSTOMERS_IMPORT)
                ? Optional.of("/imports/" + job.subject())
                : Optional.empty();
    }

    static boolean mine(Run run, Actor actor) {
        return run.startedBy() == actor.userId();
    }

    /** The wish a run follows. */
    static ImportWish wish(Run run) {
        return new ImportWish(
                run.upload().id(),
                run.record(),
                run.mode(),
                run.key(),
                run.dates(),
                run.country(),
                run.mapping(),
                new ImportWish.Choice.None(),
                run.dryRun());
    }
}
