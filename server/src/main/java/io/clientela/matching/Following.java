package io.clientela.matching;

import io.clientela.customer.ComparedFiles;
import io.clientela.customer.ComparedFiles.Compared;
import io.clientela.customer.KnownRelations;
import io.clientela.customer.Merges;
import io.clientela.platform.Outbox;
import io.clientela.platform.Outbox.Event;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps keys and pairs up with what is entered and changed. Many customers that came at once only get their keys and wait for the
 * next run, and so do those it has fallen behind with; few are compared with the rest at once.
 */
@Component
class Following {

    private static final String NAME = "matching";
    private static final String CUSTOMER = "customer.";
    private static final String UNMERGED = "customer.unmerged";

    /** An event about more customers is work on many, whose results nobody waits for. */
    private static final int FEW = 50;

    private static final int EVENTS = 20;

    /** To follow more events would take minutes of a processor that others want; a run compares everybody in less. */
    private static final int BEHIND = 5_000;

    private static final int EVENTS_BEHIND = 500;
    private static final int MANY = 1_000;

    /** More members of a group are compared anew with the next run. */
    private static final int NEAR = 100;

    /** Common keys are looked for anew when so many, and a fifth more, have come. */
    private static final long GROWN = 1_000;

    private final Outbox outbox;
    private final MatchingRunStore runs;
    private final ComparedFiles files;
    private final Comparing comparing;
    private final KnownRelations relations;
    private final LookedForStore keys;
    private final PairStore pairs;
    private final Decisions decisions;
    private final Merges merges;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** Whether customers have come since common keys were looked for by this node. */
    private volatile boolean moved = true;

    Following(
            Outbox outbox,
            MatchingRunStore runs,
            ComparedFiles files,
            Comparing comparing,
            KnownRelations relations,
            LookedForStore keys,
            PairStore pairs,
            Decisions decisions,
            Merges merges,
            TransactionTemplate transaction,
            Clock clock) {
        this.outbox = outbox;
        this.runs = runs;
        this.files = files;
        this.comparing = comparing;
        this.relations = relations;
        this.keys = keys;
        this.pairs = pairs;
        this.decisions = decisions;
        this.merges = merges;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Deals with the next events, in one transaction; false when there are none for now. Breaks off where a merge is in the way. */
    boolean step() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            long counted = runs.turn();
            if (runs.going()) {
                return false;
            }
            runs.giveWay();
            boolean behind = outbox.isBehind(NAME, BEHIND);
            List<Event> events = together(outbox.next(NAME, behind ? EVENTS_BEHIND : EVENTS), behind ? MANY : FEW);
            if (events.isEmpty()) {
                count(counted);
                return false;
            }
            Set<Long> ids = events.stream()
                    .filter(Following::isOurs)
                    .flatMap(event -> event.ids().stream())
                    .collect(Collectors.toCollection(HashSet::new));
            boolean compared = !behind && ids.size() <= FEW;
            if (compared && !ids.isEmpty()) {
                // Whose household or group it is changes what counts between its members too.
                ids.addAll(relations.near(ids, NEAR));
            }
            follow(ids, compared);
            for (Event event : events) {
                if (event.kind().equals(UNMERGED)) {
                    parted(event.ids());
                }
            }
            outbox.move(NAME, events.getLast());
            moved = true;
            return true;
        }));
    }

    /** As many of the first as are about no more customers than that together; one at least. */
    private static List<Event> together(List<Event> events, int most) {
        int taken = 0;
        int customers = 0;
        for (Event event : events) {
            customers += isOurs(event) ? event.ids().size() : 0;
            if (taken > 0 && customers > most) {
                break;
            }
            taken++;
        }
        return events.subList(0, taken);
    }

    private static boolean isOurs(Event event) {
        return event.kind().startsWith(CUSTOMER);
    }

    private void follow(Set<Long> ids, boolean compared) {
        if (ids.isEmpty()) {
            return;
        }
        keys.forget(ids);
        pairs.forget(ids);
        for (String record : ComparedFiles.RECORDS) {
            List<Compared> some = files.of(record, ids);
            keys.insert(comparing.keys(record, some), compared);
            if (compared) {
                compare(record, some);
            }
        }
    }

    /** Named are the heads of both sides; they may have been tied together again since. */
    private void parted(List<Long> sides) {
        List<Long> heads = sides.stream()
                .map(merges.heads(sides)::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (heads.size() == 2) {
            decisions.parted(heads.getFirst(), heads.getLast());
        }
    }

    private void compare(String record, List<Compared> some) {
        pairs.insert(comparing.likely(record, some), clock.instant());
    }

    private void count(long counted) {
        if (!moved) {
            return;
        }
        moved = false;
        long now = keys.count();
        if (now > counted + GROWN && now > counted + counted / 5) {
            keys.findCommon();
            runs.counted(now);
        }
    }
}
