package io.clientela.exchange;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.exchange.RemarkStore.Remark;
import io.clientela.exchange.spi.ImportTarget;
import io.clientela.fields.FieldAccess;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Scope;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.recognise.Hints;
import io.clientela.kit.recognise.Recognition;
import io.clientela.kit.vcard.Cards;
import io.clientela.platform.Json;
import io.clientela.platform.Organisation;
import io.clientela.schedule.Jobs;
import io.clientela.vault.SealKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Import runs: recognised, started, paused, resumed, cancelled and shown; only the one who started a run sees its rows. */
@Component
public class Imports {

    static final String JOB = "import";
    private static final Set<String> MODES = Set.of("insert", "update", "upsert");
    private static final Set<String> DATES = Set.of("", "dmy", "mdy", "ymd");
    private static final Pattern COUNTRY = Pattern.compile("|[A-Z]{2}");

    private final RunStore runs;
    private final RemarkStore remarks;
    private final CorrectionStore corrections;
    private final Templates templates;
    private final Uploads uploads;
    private final FieldCatalogue fields;
    private final FieldAccess access;
    private final CellMasks masks;
    private final ImportTarget target;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final Organisation organisation;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SampleCache samples = new SampleCache();

    Imports(
            RunStore runs,
            RemarkStore remarks,
            CorrectionStore corrections,
            Templates templates,
            Uploads uploads,
            FieldCatalogue fields,
            FieldAccess access,
            CellMasks masks,
            ImportTarget target,
            Jobs jobs,
            AuditTrail audit,
            Organisation organisation,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.remarks = remarks;
        this.corrections = corrections;
        this.templates = templates;
        this.uploads = uploads;
        this.fields = fields;
        this.access = access;
        this.masks = masks;
        this.target = target;
        this.jobs = jobs;
        this.audit = audit;
        this.organisation = organisation;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a file seems to be, with samples of its values for the one who handed it over. */
    public Recognised recognise(ImportWish wish, Actor actor) {
        try (OpenFile file = open(wish, uploads.find(wish.upload(), actor))) {
            Optional<Template> template = template(wish, file);
            Recognised found = file.view(file.recognition(), country(file.recognition()), true);
            List<List<String>> rows = file.rows(corrected(wish.upload())).stream()
                    .map(cells -> masks.row(found, cells, actor))
                    .toList();
            return masks.samples(found, actor).with(rows).with(template);
        }
    }

    /** Starts a run; faults of the file and of the wish are refused before anything is written. */
    public Run start(ImportWish asked, Actor actor) {
        ImportWish wish = asked;
        Optional<Template> template;
        Recognised found;
        String country;
        Map<Integer, List<String>> firstValues;
        try (OpenFile file = open(asked, uploads.find(asked.upload(), actor))) {
            template = template(asked, file);
            if (template.isPresent()) {
                wish = template.get().in(asked, file.headings());
            }
            wish = wish.settled();
            check(wish);
            Recognition recognition = file.recognition();
            country = country(recognition);
            check(wish, recognition, file.isCards() ? Cards.records() : List.of(recognition.type()), actor);
            found = file.view(recognition, country, false);
            firstValues = file.samples();
        }
        long id = entered(wish, found, country, template, actor);
        samples.put(id, firstValues);
        return find(id);
    }

    private long entered(ImportWish wish, Recognised found, String country, Optional<Template> template, Actor actor) {
        return transaction.execute(status -> {
            template.ifPresent(templates::used);
            long run = runs.insert(
                    wish,
                    found.type(),
                    Json.write(found),
                    country,
                    target.planVersion(),
                    template.map(Template::name).orElse(""),
                    actor.userId(),
                    clock.instant(),
                    OptionalLong.empty());
            audit.record(AuditEvent.by(actor, wish.dryRun() ? "import.rehearsed" : "import.started")
                    .run(run)
                    .subject("upload:" + wish.upload())
                    .with("mode", wish.mode()));
            jobs.start(JOB, run, find(run).upload().name(), actor);
            return run;
        });
    }

    /** Keeps how a file is read as a template; the wish is what somebody sees on the page. */
    public Template keep(String name, ImportWish asked, Actor actor) {
        try (OpenFile file = open(asked, uploads.find(asked.upload(), actor))) {
            ImportWish wish = template(asked, file)
                    .map(used -> used.in(asked, file.headings()))
                    .orElse(asked)
                    .settled();
            check(wish);
            check(
                    wish,
                    file.recognition(),
                    file.isCards()
                            ? Cards.records()
                            : List.of(file.recognition().type()),
                    actor);
            Recognised read = file.view(file.recognition(), country(file.recognition()), false);
            return templates.keep(name, wish, read, actor);
        }
    }

    /** The template a file is read with; the file is recognised once more by it. */
    private Optional<Template> template(ImportWish wish, OpenFile file) {
        Optional<Template> used = templates.of(wish, file.headings());
        used.ifPresent(template -> file.recognise(hints(template.in(wish, file.headings()))));
        return used;
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
        try (OpenFile file = open(run)) {
            return file.samples();
        }
    }

    /** The last runs somebody may see; {@code state} empty and {@code person} 0 mean any. */
    public List<Run> recent(String state, long person, Actor actor) {
        return runs.recent(actor.userId(), actor.scope() instanceof Scope.All, state, person);
    }

    /** Asks a run to pause after the batch it is in. */
    public Run pause(long id, Actor actor) {
        return wish(id, Run.Wanted.PAUSE, actor);
    }

    /** Asks a run to stop for good after the batch it is in; what was entered stays. */
    public Run cancel(long id, Actor actor) {
        Run run = wish(id, Run.Wanted.CANCEL, actor);
        if (run.state() == Run.State.PAUSED) {
            jobs.wake(JOB, id);
        }
        return find(id);
    }

    public Run resume(long id, Actor actor) {
        wish(id, Run.Wanted.RUN, actor);
        jobs.wake(JOB, id);
        return find(id);
    }

    private Run wish(long id, Run.Wanted wanted, Actor actor) {
        Run run = find(id, actor);
        if (run.state().over()) {
            throw new Refusal(ExchangeError.RUN_OVER);
        }
        transaction.executeWithoutResult(status -> {
            runs.wish(id, wanted);
            audit.record(AuditEvent.by(actor, "import." + wanted.text()).run(id));
        });
        return find(id);
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
        return remarks.counts(id).stream()
                .filter(count -> shown(run, found, count.field(), actor))
                .map(count -> new Finding(count.kind(), count.field(), count.code(), count.rows()))
                .toList();
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
        try (OpenFile file = open(run)) {
            List<List<String>> cells = file.rows(corrected(run.upload().id()));
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

    private Map<Long, List<String>> corrected(long upload) {
        return corrections.first(upload, OpenFile.FIRST_ROWS, uploads.key(upload));
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

    /** Every refused row in order and as it came, to be mended; only for the one who handed the file over. */
    public void eachRefused(long id, Actor actor, Consumer<ImportRemark> consumer) {
        Run run = find(id, actor);
        if (!mine(run, actor)) {
            throw new Refusal(CommonError.NOT_FOUND);
        }
        remarks.each(
                id,
                RemarkStore.REFUSED,
                uploads.key(run.upload().id()),
                remark -> consumer.accept(shown(remark, true)));
    }

    static boolean mine(Run run, Actor actor) {
        return run.startedBy() == actor.userId();
    }

    OpenFile open(Run run) {
        return open(wish(run), run.upload());
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

    private OpenFile open(ImportWish wish, Uploads.Upload upload) {
        return OpenFile.open(uploads.source(upload), fields.catalogue(), hints(wish));
    }

    private static Hints hints(ImportWish wish) {
        return new Hints(wish.type(), wish.country(), wish.dates(), wish.mapping());
    }

    /** Where nothing in the file tells, the organisation's own country is assumed. */
    String country(Recognition recognition) {
        return recognition.country().isEmpty() ? organisation.country() : recognition.country();
    }

    private static void check(ImportWish wish) {
        boolean known = MODES.contains(wish.mode()) && DATES.contains(wish.dates());
        if (!known || !COUNTRY.matcher(wish.country()).matches()) {
            throw new Refusal(ExchangeError.UNKNOWN_MODE);
        }
        if (!"insert".equals(wish.mode()) && wish.key().isEmpty()) {
            throw new Refusal(ExchangeError.KEY_REQUIRED);
        }
    }

    /** A column goes to a field of every one of the record types that has it. */
    private void check(ImportWish wish, Recognition recognition, List<String> records, Actor actor) {
        boolean named = recognition.columns().stream()
                .anyMatch(column -> Set.of("name", "given_name", "family_name").contains(column.path()));
        if (!named && !"update".equals(wish.mode())) {
            throw new Refusal(ExchangeError.NO_NAME_COLUMN);
        }
        recognition.columns().stream()
                .map(column -> column.path())
                .filter(path -> !path.isEmpty())
                .forEach(path -> checkField(records, path, actor));
        if (!wish.key().isEmpty()) {
            Optional<Field> key = fields.catalogue().find(recognition.type(), wish.key());
            if (key.isEmpty() || !key.get().unique()) {
                throw new Refusal(ExchangeError.KEY_NOT_UNIQUE, Map.of("field", wish.key()));
            }
            if (recognition.columns().stream().noneMatch(column -> column.path().equals(wish.key()))) {
                throw new Refusal(ExchangeError.KEY_NOT_MAPPED, Map.of("field", wish.key()));
            }
        }
    }

    private void checkField(List<String> records, String path, Actor actor) {
        int dot = path.indexOf('.');
        boolean ofList = dot >= 0 && !path.startsWith(Catalogue.PROVENANCE + ".");
        List<Field> meant = records.stream()
                .flatMap(record -> fields.catalogue().at(record, ofList ? path.substring(0, dot) : path).stream())
                .toList();
        if (meant.isEmpty() || !meant.stream().allMatch(field -> access.mayWrite(actor, field))) {
            throw new Refusal(ExchangeError.FIELD_NOT_IMPORTABLE, Map.of("field", path));
        }
    }
}
