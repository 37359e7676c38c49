package io.clientela.customer;

import io.clientela.customer.FieldBuildStore.Build;
import io.clientela.fields.Edition;
import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.spi.FieldFollower;
import io.clientela.kernel.Actor;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.RecordType;
import io.clientela.platform.Interruptions;
import io.clientela.schedule.JobHandler;
import io.clientela.schedule.Jobs;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    /** Classes of what the database says of values: of no use as they are, or beyond its limits. */
    private static final Set<String> FOR_GOOD = Set.of("22", "54");

    private static final Logger log = LoggerFactory.getLogger(FieldBuilding.class);

    private final FieldBuildStore builds;
    private final FieldUseStore uses;
    private final FieldCatalogue fields;
    private final FileStore files;
    private final Loaded.Loader loader;
    private final Writing writing;
    private final Tying tying;
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
            Tying tying,
            Jobs jobs,
            TransactionTemplate transaction,
            Clock clock) {
        this.builds = builds;
        this.uses = uses;
        this.fields = fields;
        this.files = files;
        this.loader = loader;
        this.writing = writing;
        this.tying = tying;
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
            long id = builds.insert(after, foundAnew, fields.version(), clock.instant());
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
        Edition edition = fields.current();
        Optional<Field> field = edition.catalogue().find(build.record(), build.key());
        if (edition.version() < build.version() || field.isEmpty()) {
            // This node hasn't seen yet what the job was made for, and would do what was right before.
            throw new IllegalStateException("the catalogue of this node is behind");
        }
        long total = build.foundAnew() ? uses.filled(field.get(), Integer.MAX_VALUE) : 0;
        jobs.report(JOB, subject, "running", build.done(), total, Optional.empty());
        boolean indexed = index(field.get());
        long done = build.foundAnew() ? findAnew(build, field.get(), total) : 0;
        if (indexed) {
            jobs.report(JOB, subject, "done", done, done, Optional.empty());
        } else {
            jobs.report(JOB, subject, "failed", done, done, Optional.of(CustomerError.INDEX_IMPOSSIBLE.code()));
        }
    }

    /** Whether the field has the index it wants, or none; without it lists are as right, only slower. */
    private boolean index(Field field) {
        if (!wantsIndex(field)) {
            builds.drop(field);
            return true;
        }
        try {
            builds.build(field);
            return true;
        } catch (RuntimeException e) {
            if (!forGood(e)) {
                throw e;
            }
            log.warn("no index for field {}: its values don't fit in one", field.id(), e);
            // What is left of it would be kept up with every file, and refuse what doesn't fit.
            builds.drop(field);
            return false;
        }
    }

    /** Values that are too long or no number won't be others the next time. */
    private static boolean forGood(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found && found.getSQLState() != null) {
                return FOR_GOOD.contains(found.getSQLState().substring(0, 2));
            }
        }
        return false;
    }

    private long findAnew(Build build, Field field, long total) {
        long done = build.done();
        long after = build.after();
        List<Long> ids = builds.filesAfter(field, after, BATCH);
        while (!ids.isEmpty()) {
            Interruptions.check();
            List<Long> batch = ids;
            done += batch.size();
            after = batch.getLast();
            long reached = after;
            long soFar = done;
            transaction.executeWithoutResult(status -> {
                List<FileRow> rows = files.lock(batch);
                loader.open(rows.stream().filter(row -> !row.isLinked()).toList())
                        .values()
                        .forEach(file -> writing.findAnew(file, field));
                tying.findAnew(Group.linked(rows).stream().map(FileRow::fileId).toList(), field);
                builds.reached(build.id(), reached, soFar);
            });
            jobs.report(JOB, build.id(), "running", done, Math.max(total, done), Optional.empty());
            ids = builds.filesAfter(field, after, BATCH);
        }
        return done;
    }
}
