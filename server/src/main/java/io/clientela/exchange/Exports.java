package io.clientela.exchange;

import io.clientela.access.Actors;
import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.exchange.spi.ExportSource;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.platform.Connections;
import io.clientela.platform.Interruptions;
import io.clientela.platform.Traces;
import io.clientela.schedule.Job;
import io.clientela.schedule.JobHandler;
import io.clientela.schedule.Jobs;
import io.clientela.schedule.Steering;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Exports: written in the background under the rights and masks of the one who asked, kept sealed, fetched by them alone. */
@Component
public class Exports implements JobHandler {

    private static final Logger log = LoggerFactory.getLogger(Exports.class);
    private static final String JOB = "export";
    private static final Set<String> FORMATS = Set.of("csv", "tsv", "xlsx", "json", "vcf");
    private static final int REPORTED = 1_000;

    private final ExportStore store;
    private final Uploads uploads;
    private final ObjectProvider<ExportSource> sources;
    private final Actors actors;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Exports(
            ExportStore store,
            Uploads uploads,
            ObjectProvider<ExportSource> sources,
            Actors actors,
            Jobs jobs,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.uploads = uploads;
        this.sources = sources;
        this.actors = actors;
        this.jobs = jobs;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Asks for an export; wrong filters and columns are refused at once. */
    public Export start(ExportSource.Wish wish, String format, Actor actor) {
        if (!FORMATS.contains(format)) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
        ExportSource source = source(wish.record());
        source.columns(wish, ExportFiles.form(format), actor);
        long id = transaction.execute(status -> {
            long made = store.insert(wish, format, actor.userId(), clock.instant());
            audit.record(started(made, wish, actor));
            jobs.start(JOB, source.named().job(), made, "", actor);
            return made;
        });
        return find(id, actor);
    }

    /** The reason is somebody's own words, so only its length is told. */
    private static AuditEvent started(long id, ExportSource.Wish wish, Actor actor) {
        AuditEvent event = AuditEvent.by(actor, "export.started")
                .subject("export:" + id)
                .with("type", wish.record())
                .with("filters", String.join(",", wish.filters().keySet()));
        if (wish.asOf().isPresent()) {
            event = event.with("as_of", wish.asOf().get());
        }
        return wish.reason().isEmpty()
                ? event
                : event.with("reason_length", wish.reason().length());
    }

    public Export find(long id, Actor actor) {
        return store.find(id)
                .filter(export -> export.startedBy() == actor.userId())
                .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
    }

    /** The finished file; each fetching is audited. */
    public InputStream content(long id, Actor actor) throws IOException {
        Export export = find(id, actor);
        long upload = export.upload().orElseThrow(() -> new Refusal(ExchangeError.UPLOAD_INCOMPLETE));
        transaction.executeWithoutResult(
                status -> audit.record(AuditEvent.by(actor, "export.fetched").subject("export:" + id)));
        return uploads.open(upload);
    }

    /** Sends the finished file under the name of what it holds; each fetching is audited. */
    public void send(long id, Actor actor, Consumer<String> type, BiConsumer<String, String> header, Target target)
            throws IOException {
        Export export = find(id, actor);
        try (InputStream content = content(id, actor)) {
            type.accept(ExportFiles.contentType(export.format()));
            String name = source(export.type()).named().file() + "-" + id + "." + export.format();
            header.accept("Content-Disposition", "attachment; filename=\"" + name + "\"");
            content.transferTo(target.open());
        }
    }

    /** Where a file is sent to, opened when it is sure that there is one. */
    @FunctionalInterface
    public interface Target {
        OutputStream open() throws IOException;
    }

    @Override
    public String kind() {
        return JOB;
    }

    @Override
    public Set<Steering> abilities(Job job) {
        return job.waitingOrRunning() ? Set.of(Steering.CANCEL) : Set.of();
    }

    @Override
    public void steer(Job job, Steering how, Actor actor) {
        jobs.wantCancel(JOB, job.subject());
        jobs.told(job, how, actor);
    }

    /** Only whoever asked for it, as long as it is kept. */
    @Override
    public Optional<String> result(Job job, Actor actor) {
        return store.find(job.subject())
                .filter(export ->
                        export.startedBy() == actor.userId() && export.upload().isPresent())
                .map(export -> source(export.type()).named().address() + "/" + export.id() + "/content");
    }

    private ExportSource source(String record) {
        return sources.stream()
                .filter(source -> source.covers(record))
                .findFirst()
                .orElseThrow(() -> new Refusal(CommonError.BAD_REQUEST));
    }

    @Override
    public void run(long id) {
        Export export = store.find(id).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
        if (export.over()) {
            return;
        }
        try {
            Actor actor = actors.actor(export.startedBy(), "job", "job");
            requireWanted(id, 0);
            move(id, "running", 0, Optional.empty());
            write(export, actor);
        } catch (Cancelled e) {
            move(id, "cancelled", e.written, Optional.empty());
        } catch (Refusal e) {
            move(id, "failed", 0, Optional.of(e.error().code()));
        } catch (IOException | RuntimeException e) {
            if (e instanceof RuntimeException again && (Connections.isAway(e) || Interruptions.isOne(e))) {
                throw again;
            }
            log.error("export {} broke: {}", id, Traces.of(e));
            move(id, "failed", 0, Optional.of(ExchangeError.RUN_BROKE.code()));
        }
    }

    private void write(Export export, Actor actor) throws IOException {
        ExportSource.Wish wish = store.wish(export.id());
        ExportSource source = source(wish.record());
        Map<String, String> columns = source.columns(wish, ExportFiles.form(export.format()), actor);
        Uploads.Piecewise file =
                uploads.begin("export-" + export.id() + "." + export.format(), ExportStore.KEPT, actor);
        long[] count = new long[1];
        try (OutputStream out = new BufferedOutputStream(new PieceStream(file), Uploads.CHUNK)) {
            ExportFiles.write(export, wish, columns, source, actor, out, () -> {
                Interruptions.check();
                count[0]++;
                if (count[0] % REPORTED == 0) {
                    requireWanted(export.id(), count[0]);
                    move(export.id(), "running", count[0], Optional.empty());
                }
            });
        }
        transaction.executeWithoutResult(status -> {
            Uploads.Upload done = file.finish();
            store.done(export.id(), done.id(), count[0], clock.instant());
            jobs.report(JOB, export.id(), "done", count[0], count[0], Optional.empty());
            audit.record(AuditEvent.by(actor, "export.made")
                    .subject("export:" + export.id())
                    .with("rows", count[0])
                    .with("columns", String.join(",", columns.keySet())));
        });
    }

    private void requireWanted(long id, long written) {
        if (jobs.cancelWanted(JOB, id)) {
            throw new Cancelled(written);
        }
    }

    /** Somebody wants no more of it. */
    private static final class Cancelled extends RuntimeException {
        private final long written;

        Cancelled(long written) {
            super("cancelled", null, false, false);
            this.written = written;
        }
    }

    private void move(long id, String state, long processed, Optional<String> error) {
        transaction.executeWithoutResult(status -> {
            store.move(id, state, processed, error, clock.instant());
            jobs.report(JOB, id, state, processed, 0, error);
        });
    }

    /** Hands what is written over piece by piece. */
    private static final class PieceStream extends OutputStream {
        private final Uploads.Piecewise file;

        PieceStream(Uploads.Piecewise file) {
            this.file = file;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            for (int from = offset; from < offset + length; from += Uploads.CHUNK) {
                byte[] piece =
                        java.util.Arrays.copyOfRange(bytes, from, Math.min(offset + length, from + Uploads.CHUNK));
                file.add(piece, piece.length);
            }
        }
    }
}
