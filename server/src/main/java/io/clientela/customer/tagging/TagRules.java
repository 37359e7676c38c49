package io.clientela.customer.tagging;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.customer.ListPage;
import io.clientela.customer.ListQuery;
import io.clientela.customer.ReadGate;
import io.clientela.customer.Selections;
import io.clientela.customer.tagging.TagRule.Said;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.schedule.Job;
import io.clientela.schedule.Jobs;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rules that set tags: kept, changed, switched on and off, and deleted by those who administer the catalogue and read all that a
 * rule asks for in clear. Whatever was changed, all files are held against the rules anew.
 */
@Component
public class TagRules {

    private static final int FIRST = 10;

    private final TagRuleStore store;
    private final TagRunStore runs;
    private final RuleCheck checks;
    private final ReadGate gate;
    private final Selections selections;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TagRules(
            TagRuleStore store,
            TagRunStore runs,
            RuleCheck checks,
            ReadGate gate,
            Selections selections,
            Jobs jobs,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.runs = runs;
        this.checks = checks;
        this.gate = gate;
        this.selections = selections;
        this.jobs = jobs;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** All of them, as far as their reader may ask what they ask. */
    public List<Seen> all(Actor actor) {
        return store.all().stream().map(rule -> seen(rule, actor)).toList();
    }

    /** The last time all files were held against the rules, and the job that did it. */
    public Optional<LastRun> lastRun() {
        return runs.last().map(run -> new LastRun(run, jobs.of(TagRunning.JOB, run.id())));
    }

    /** How many files a rule would tag, as far as its author sees them, and the first of them as they see them. */
    public ListPage preview(String type, String where, Actor actor) {
        checks.checkConditions(type, where, actor);
        return gate.list(new ListQuery(type, "", Map.of(), where, "-created", "", FIRST), actor);
    }

    public Seen keep(Said asked, boolean active, Actor actor) {
        author(actor);
        Said said = checks.checked(asked, actor);
        checks.room(store.all().size());
        long id = transaction.execute(status -> {
            long made = store.insert(said, active, actor.userId(), clock.instant());
            audit.record(told("tag_rule.kept", made, active, actor));
            begin(actor);
            return made;
        });
        return seen(find(id), actor);
    }

    /** {@code version} is the one somebody looked at. */
    public Seen change(long id, Said asked, boolean active, OptionalLong version, Actor actor) {
        TagRule before = open(id, actor);
        author(actor);
        Said said = checks.checked(asked, actor);
        TagRule after =
                new TagRule(id, said, active, version.orElse(before.version()), actor.userId(), clock.instant());
        transaction.executeWithoutResult(status -> {
            if (!store.update(after)) {
                throw new Refusal(CommonError.STALE_VERSION);
            }
            audit.record(told("tag_rule.changed", id, active, actor).with("active_before", before.active()));
            begin(actor);
        });
        return seen(find(id), actor);
    }

    /** Its tag is taken away where no other rule sets it. */
    public void delete(long id, Actor actor) {
        TagRule rule = open(id, actor);
        author(actor);
        transaction.executeWithoutResult(status -> {
            store.delete(id);
            audit.record(told("tag_rule.deleted", id, rule.active(), actor));
            begin(actor);
        });
    }

    /** Holds all files against the rules; one that is at it already gives way. */
    public TagRun run(Actor actor) {
        transaction.executeWithoutResult(status -> {
            long run = begin(actor);
            audit.record(AuditEvent.by(actor, "tag_rule.run").run(run));
        });
        return runs.last().orElseThrow();
    }

    private long begin(Actor actor) {
        runs.queue();
        runs.overtake(clock.instant())
                .ifPresent(earlier -> jobs.report(TagRunning.JOB, earlier, "cancelled", 0, 0, Optional.empty()));
        long run = runs.insert(actor.userId(), clock.instant());
        jobs.start(TagRunning.JOB, run, "", actor);
        return run;
    }

    private static void author(Actor actor) {
        if (!actor.may(Functions.CATALOGUE_MANAGE)) {
            throw new Refusal(CommonError.NO_RIGHT);
        }
    }

    private TagRule find(long id) {
        return store.find(id).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
    }

    /** Who doesn't read what a rule asks for doesn't change it either. */
    private TagRule open(long id, Actor actor) {
        TagRule rule = find(id);
        if (!gate.mayBeTold(rule.said().query(), actor)) {
            throw new Refusal(CommonError.NO_RIGHT);
        }
        return rule;
    }

    private Seen seen(TagRule rule, Actor actor) {
        Said said = rule.said();
        boolean open = gate.mayBeTold(said.query(), actor);
        TagRule shown = open
                ? rule
                : new TagRule(
                        rule.id(),
                        new Said(said.label(), said.type(), "", said.tag()),
                        rule.active(),
                        rule.version(),
                        rule.changedBy(),
                        rule.changedAt());
        return new Seen(shown, !open, !selections.mayAsk(said.query(), Tagging.reader()));
    }

    private static AuditEvent told(String action, long id, boolean active, Actor actor) {
        return AuditEvent.by(actor, action).subject("tag_rule:" + id).with("active", active);
    }

    /**
     * A rule as one reader may see it.
     *
     * @param withheld it asks for what they don't read in clear
     * @param broken a field it asks for can't be asked for any more
     */
    public record Seen(TagRule rule, boolean withheld, boolean broken) {}

    public record LastRun(TagRun run, Optional<Job> job) {}
}
