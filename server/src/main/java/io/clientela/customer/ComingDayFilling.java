package io.clientela.customer;

import io.clientela.access.Actors;
import io.clientela.customer.ComingDayFillingStore.Reached;
import io.clientela.platform.Interruptions;
import io.clientela.schedule.JobHandler;
import io.clientela.schedule.Jobs;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes, once after an update, the coming days of contacts that had important dates before days came round. */
@Component
class ComingDayFilling implements JobHandler {

    private static final String JOB = "coming_days";
    private static final long ONLY = 1;
    private static final int BATCH = 500;

    private final ComingDayFillingStore store;
    private final FileStore files;
    private final Loaded.Loader loader;
    private final ContactUpkeep upkeep;
    private final Jobs jobs;
    private final TransactionTemplate transaction;

    ComingDayFilling(
            ComingDayFillingStore store,
            FileStore files,
            Loaded.Loader loader,
            ContactUpkeep upkeep,
            Jobs jobs,
            TransactionTemplate transaction) {
        this.store = store;
        this.files = files;
        this.loader = loader;
        this.upkeep = upkeep;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    /** Several nodes may begin at once; the row lets one of them start it. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        transaction.executeWithoutResult(status -> {
            if (store.lock(ONLY).isPresent() && jobs.of(JOB, ONLY).isEmpty()) {
                jobs.start(JOB, ONLY, "", Actors.system());
            }
        });
    }

    @Override
    public String kind() {
        return JOB;
    }

    @Override
    public void run(long subject) {
        boolean more = true;
        while (more) {
            Interruptions.check();
            more = Boolean.TRUE.equals(transaction.execute(status -> step(subject)));
        }
    }

    /** One batch and how far it came, in one transaction; whether there may be more. */
    private boolean step(long subject) {
        Optional<Reached> reached = store.lock(subject);
        if (reached.isEmpty()) {
            return false;
        }
        long done = reached.get().done();
        List<Long> ids = store.filesAfter(reached.get().after(), BATCH);
        if (ids.isEmpty()) {
            store.end(subject);
            jobs.report(JOB, subject, "done", done, done, Optional.empty());
            return false;
        }
        loader.open(files.lock(ids)).values().stream()
                .filter(file -> !file.row().isLinked())
                .forEach(file -> upkeep.remake(file.row(), file.state()));
        store.reached(subject, ids.getLast(), done + ids.size());
        jobs.report(JOB, subject, "running", done + ids.size(), 0, Optional.empty());
        return true;
    }
}
