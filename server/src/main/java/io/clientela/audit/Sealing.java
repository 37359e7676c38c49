package io.clientela.audit;

import io.clientela.platform.Traces;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Seals every second, and a last time when the server ends. */
final class Sealing implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sealing.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Sealer sealer;
    private final Object bell = new Object();
    private volatile boolean running;
    private volatile boolean failing;
    private volatile Thread worker = new Thread();

    Sealing(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofPlatform().name("audit-sealing").daemon().start(this::work);
    }

    @Override
    public void stop() {
        synchronized (bell) {
            running = false;
            bell.notifyAll();
        }
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        seal();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Ends after {@link ReadAudit}, which writes its last rows when it ends. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void work() {
        while (running) {
            seal();
            try {
                synchronized (bell) {
                    if (running) {
                        bell.wait(EVERY.toMillis());
                    }
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void seal() {
        try {
            sealer.seal(false);
            failing = false;
        } catch (RuntimeException e) {
            // Once for each trouble: a database that is away for an hour would fill the log.
            if (!failing) {
                log.error("the audit trail can't be sealed just now: {}", Traces.of(e));
            }
            failing = true;
        }
    }
}
