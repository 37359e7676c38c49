package io.clientela.exchange;

import io.clientela.access.Actors;
import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.exchange.Undo.Kept;
import io.clientela.exchange.Undo.State;
import io.clientela.exchange.spi.ImportTarget;
import io.clientela.exchange.spi.ImportTarget.Undone;
import io.clientela.exchange.spi.ImportTarget.UndoneBatch;
import io.clientela.exchange.spi.ImportTarget.UndoneEffect;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.platform.Afresh;
import io.clientela.platform.Connections;
import io.clientela.platform.Interruptions;
import io.clientela.platform.Traces;
import io.clientela.schedule.Job;
import io.clientela.schedule.JobHandler;
import io.clientela.schedule.Jobs;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes imports back in the background: each batch of files is one transaction with its progress, so that a crash loses and
 * doubles nothing. What somebody has touched since stays, and is named.
 */
@Component
public class Undos implements JobHandler {

    private static final Logger log = LoggerFactory.getLogger(Undos.class);
    private static final String JOB = "undo";
    private static final int BATCH = 500;
    private static final int LONGEST_REASON = 1_000;

    private final UndoStore store;
    private final Imports imports;
    private final ImportTarget target;
    private final Actors actors;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final Afresh afresh;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Undos(
            UndoStore store,
            Imports imports,
            ImportTarget target,
            Actors actors,
            Jobs jobs,
            AuditTrail audit,
            Afresh afresh,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.imports = imports;
        this.target = target;
        this.actors = actors;
        this.jobs = jobs;
        this.audit = audit;
        this.afresh = afresh;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Begins to take a run back, for the one who started it or whoever sees every file. Refuses without a reason, while the
     * run goes on, where it wrote nothing, and a second time.
     */
    public Undo start(long runId, String reason, Actor actor) {
        Run run = imports.find(runId, actor);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Refusal(ExchangeError.UNDO_REASON);
        }
        if (!run.state().over()) {
            throw new Refusal(ExchangeError.RUN_NOT_OVER);
        }
        if (run.dryRun() || run.counts().created() + run.counts().updated() == 0) {
            throw new Refusal(ExchangeError.NOTHING_TO_UNDO);
        }
        transaction.executeWithoutResult(status -> {
            if (!store.insert(runId, reason.strip(), actor.userId(), clock.instant(), target.written(runId))) {
                throw new Refusal(ExchangeError.UNDONE_ALREADY);
            }
            audit.record(AuditEvent.by(actor, "import.undo").run(runId));
            jobs.start(JOB, runId, run.upload().name(), actor);
        });
        return find(runId);
    }

    /** How far a run has been taken back; empty where nobody asked for it. */
    public Optional<Undo> of(long runId, Actor actor) {
        imports.find(runId, actor);
        return store.find(runId);
    }

    /** How far the taking back of these runs is, each one the reader may see; those nobody asked for are absent. */
    public Map<Long, String> states(List<Long> runs) {
        return store.states(runs);
    }

    /** Files that stayed as they are, by number, behind one. */
    public List<Kept> kept(long runId, String after, int limit, Actor actor) {
        imports.find(runId, actor);
        return store.kept(runId, after, limit);
    }

    private Undo find(long runId) {
        return store.find(runId).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
    }

    @Override
    public String kind() {
        return JOB;
    }

    @Override
    public Optional<String> page(Job job, Actor actor) {
        return Imports.page(job, actor);
    }

    @Override
    public void run(long runId) {
        Undo undo = find(runId);
        if (undo.state() == State.DONE || undo.state() == State.FAILED) {
            return;
        }
        try {
            Actor actor = actors.actor(undo.startedBy(), "job", "job");
            move(undo, State.RUNNING, Optional.empty());
            while (next(find(runId), actor)) {
                // Each round is a transaction of its own.
                Interruptions.check();
            }
            move(find(runId), State.DONE, Optional.empty());
        } catch (Refusal e) {
            move(find(runId), State.FAILED, Optional.of(e.error().code()));
        } catch (RuntimeException e) {
            if (Connections.isAway(e) || Interruptions.isOne(e)) {
                // The database is away or the server stops: the scheduler tries again and the undo goes on where it
                // was.
                throw e;
            }
            log.error("taking back import {} broke: {}", runId, Traces.of(e));
            move(find(runId), State.FAILED, Optional.of(ExchangeError.RUN_BROKE.code()));
        }
    }

    private boolean next(Undo undo, Actor actor) {
        return afresh.run(() -> {
            UndoneBatch batch = target.undo(undo.runId(), undo.afterRow(), BATCH, actor);
            List<Undone> kept = store.fresh(
                    undo.runId(),
                    batch.files().stream()
                            .filter(file -> file.effect().name().startsWith("KEPT"))
                            .toList());
            store.keep(undo.runId(), kept);
            long withdrawn = count(batch, UndoneEffect.WITHDRAWN);
            long reverted = count(batch, UndoneEffect.REVERTED);
            if (!store.advance(undo.runId(), undo.afterRow(), batch.lastRow(), withdrawn, reverted, kept.size())) {
                throw new IllegalStateException("another worker has taken this undo");
            }
            jobs.report(JOB, undo.runId(), "running", batch.lastRow(), undo.total(), Optional.empty());
            return batch.more();
        });
    }

    private static long count(UndoneBatch batch, UndoneEffect effect) {
        return batch.files().stream().filter(file -> file.effect() == effect).count();
    }

    private void move(Undo undo, State state, Optional<String> error) {
        transaction.executeWithoutResult(status -> {
            store.move(undo.runId(), state, clock.instant(), error);
            jobs.report(
                    JOB,
                    undo.runId(),
                    state.name().toLowerCase(Locale.ROOT),
                    state == State.DONE ? undo.total() : undo.afterRow(),
                    undo.total(),
                    error);
        });
    }
}
