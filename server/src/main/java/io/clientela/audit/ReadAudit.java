package io.clientela.audit;

import io.clientela.platform.Traces;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells of reads, which have no transaction of their own: they are gathered and written together every fifth of a second.
 * None is dropped: when the queue is full the reader waits, and what is queued at the end of the server is written then.
 */
public final class ReadAudit implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReadAudit.class);
    private static final int BATCH = 500;
    private static final int QUEUE = 20 * BATCH;
    private static final Duration LATEST = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final BlockingQueue<AuditTrail.Moment> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AuditTrail trail;
    private final TransactionTemplate apart;
    private final Clock clock;
    private volatile boolean running;
    private volatile Thread writer = new Thread();

    /** What the writer has taken from the queue and not yet written; its own until it has ended. */
    private final List<AuditTrail.Moment> batch = new ArrayList<>(BATCH);

    ReadAudit(AuditTrail trail, TransactionTemplate apart, Clock clock) {
        this.trail = trail;
        this.apart = apart;
        this.clock = clock;
    }

    public void record(AuditEvent event) {
        AuditTrail.Moment moment = new AuditTrail.Moment(event, clock.instant());
        if (!running) {
            write(List.of(moment));
            return;
        }
        try {
            queue.put(moment);
            if (!running) {
                flushRest();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            write(List.of(moment));
        }
    }

    @Override
    public void start() {
        running = true;
        writer = Thread.ofPlatform().name("read-audit").daemon().start(this::work);
    }

    /** Called after the web server has stopped taking requests. */
    @Override
    public void stop() {
        running = false;
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        write(batch);
        batch.clear();
        flushRest();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 1;
    }

    private void work() {
        while (running) {
            try {
                gather();
                write(batch);
                batch.clear();
            } catch (InterruptedException e) {
                break;
            } catch (RuntimeException e) {
                // The batch is kept and tried again; meanwhile the queue fills and readers wait.
                log.error("reads can't be written to the audit trail: {}", Traces.of(e));
                pause();
            }
        }
    }

    private void gather() throws InterruptedException {
        long end = System.nanoTime() + LATEST.toNanos();
        while (batch.size() < BATCH && running) {
            AuditTrail.Moment next = queue.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (next == null) {
                return;
            }
            batch.add(next);
            queue.drainTo(batch, BATCH - batch.size());
        }
    }

    private void flushRest() {
        List<AuditTrail.Moment> rest = new ArrayList<>();
        queue.drainTo(rest);
        write(rest);
    }

    private void write(List<AuditTrail.Moment> moments) {
        if (!moments.isEmpty()) {
            apart.executeWithoutResult(status -> trail.append(moments));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
