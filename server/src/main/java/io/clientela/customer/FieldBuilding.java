package io.clientela.customer;

import io.clientela.customer.FieldBuildStore.Build;
import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.spi.FieldFollower;
import io.clientela.kernel.Actor;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.RecordType;
import io.clientela.platform.Interruptions;
import io.clientela.schedule.JobHandler;
import io.clientela.schedule.Jobs;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has lists be quick by the house's own fields, and the search box find by them: what a change of the catalogue calls for is done
 * in the background, and until then lists and search work without it.
 */
@Component
class FieldBuilding implements FieldFollower, JobHandler {

    private static final String JOB = "field_build";
    private static final int BATCH = 500;

    private final FieldBuildStore builds;
    private final FieldUseStore uses;
    private final FieldCatalogue fields;
    private final FileStore files;
    private final Loaded.Loader loader;
    private final Writing writing;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FieldBuilding(
            FieldBuildStore builds,
            FieldUseStore uses,
            FieldCatalogue fields,
            FileStore files,
            Loaded.Loader loader,
            Writing writing,
            Jobs jobs,
            TransactionTemplate transaction,
            Clock clock) {
        this.builds = builds;
        this.uses = uses;
        this.fields = fields;
        this.files = files;
        this.loader = loader;
        this.writing = writing;
        this.jobs = jobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void saved(Optional<Field> before, Field after, Actor actor) {
        boolean item =
                fields.catalogue().type(after.record()).filter(RecordType::item).isPresent();
        if (!after.isOwn() || item) {
            return;
        }
        boolean foundAnew = before.filter(
                        was -> was.search() != after.search() || Preparing.isKey(was) != Preparing.isKey(after))
                .isPresent();
        boolean reindexed = wantsIndex(after)
                        != before.filter(FieldBuilding::wantsIndex).isPresent()
                || (wantsIndex(after)
                        && before.filter(was -> was.type() == after.type()).isEmpty());
        if (foundAnew || reindexed) {
            long id = builds.insert(after, foundAnew, clock.instant());
            jobs.start(JOB, id, after.label().in(actor.language()), actor);
        }
    }

    private static boolean wantsIndex(Field field) {
        return !field.sealed() && !field.retired() && (field.sortable() || field.filterable());
    }

    @Override
    public String kind() {
        return JOB;
    }

    @Override
    public void run(long subject) {
        Build build = builds.find(subject).orElseThrow();
        Optional<Field> field = fields.catalogue().find(build.record(), build.key());
        if (field.isEmpty()) {
            // This node hasn't seen yet what the job was made for.
            throw new IllegalStateException("field not there yet");
        }
        long total = build.foundAnew() ? uses.filled(field.get(), Integer.MAX_VALUE) : 0;
        jobs.report(JOB, subject, "running", 0, total, Optional.empty());
        if (wantsIndex(field.get())) {
            builds.build(field.get());
        } else {
            builds.drop(field.get());
        }
        long done = build.foundAnew() ? findAnew(subject, field.get(), total) : 0;
        jobs.report(JOB, subject, "done", done, done, Optional.empty());
    }

    private long findAnew(long subject, Field field, long total) {
        long done = 0;
        long after = 0;
        List<Long> ids = builds.filesAfter(field, after, BATCH);
        while (!ids.isEmpty()) {
            Interruptions.check();
            List<Long> batch = ids;
            transaction.executeWithoutResult(
                    status -> loader.open(files.lock(batch)).values().forEach(file -> writing.findAnew(file, field)));
            done += batch.size();
            after = batch.getLast();
            jobs.report(JOB, subject, "running", done, Math.max(total, done), Optional.empty());
            ids = builds.filesAfter(field, after, BATCH);
        }
        return done;
    }
}
