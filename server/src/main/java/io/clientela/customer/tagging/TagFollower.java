package io.clientela.customer.tagging;

import io.clientela.access.Actors;
import io.clientela.customer.Selections;
import io.clientela.platform.Interruptions;
import io.clientela.platform.Organisation;
import io.clientela.platform.Outbox;
import io.clientela.platform.Outbox.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds files against the rules that were entered or changed, and all of them once a day where a rule asks for the last days. */
@Component
class TagFollower {

    private static final String NAME = "tag-rules";

    /** Enough that commits cost little beside the work, and few enough where each is about many files. */
    private static final int EVENTS = 20;

    private static final Set<String> KINDS = Set.of("customer.created", "customer.changed");

    private final Outbox outbox;
    private final Tagging tagging;
    private final TagRuleStore rules;
    private final TagRunStore runs;
    private final TagRules face;
    private final Selections selections;
    private final Organisation organisation;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TagFollower(
            Outbox outbox,
            Tagging tagging,
            TagRuleStore rules,
            TagRunStore runs,
            TagRules face,
            Selections selections,
            Organisation organisation,
            TransactionTemplate transaction,
            Clock clock) {
        this.outbox = outbox;
        this.tagging = tagging;
        this.rules = rules;
        this.runs = runs;
        this.face = face;
        this.selections = selections;
        this.organisation = organisation;
        this.transaction = transaction;
        this.clock = clock;
    }

    void follow() {
        boolean more = true;
        while (more) {
            Interruptions.check();
            more = Boolean.TRUE.equals(transaction.execute(status -> step()));
        }
        aNewDay();
    }

    /**
     * Several events in one transaction, with no more files than one may have; whether it is worth while to go on at once. The few that
     * come while others write wait for each other until the next time.
     */
    private boolean step() {
        List<Event> events = outbox.next(NAME, EVENTS);
        if (events.isEmpty()) {
            return false;
        }
        Set<Long> files = new TreeSet<>();
        Event last = events.getFirst();
        for (Event event : events) {
            List<Long> ids = KINDS.contains(event.kind()) ? event.ids() : List.of();
            if (!files.isEmpty() && files.size() + ids.size() > Outbox.MAX_IDS) {
                break;
            }
            files.addAll(ids);
            last = event;
        }
        // Before the first rule nothing was ever tagged.
        Optional<TagRun> run = files.isEmpty() ? Optional.empty() : runs.last();
        run.ifPresent(one -> tagging.tag(files, one.id()));
        outbox.move(NAME, last);
        return events.size() == EVENTS || !last.equals(events.getLast());
    }

    private void aNewDay() {
        Instant today = LocalDate.ofInstant(clock.instant(), organisation.zone())
                .atStartOfDay(organisation.zone())
                .toInstant();
        boolean due = runs.last().filter(run -> run.createdAt().isBefore(today)).isPresent()
                && rules.all().stream()
                        .anyMatch(rule -> rule.active()
                                && selections.movesWithTime(rule.said().query()));
        if (due) {
            face.run(Actors.system());
        }
    }
}
