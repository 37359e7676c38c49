package io.clientela.customer;

import io.clientela.customer.Rehearsal.Foreseen;
import io.clientela.exchange.spi.ImportTarget.UndoneBatch;
import io.clientela.kernel.Actor;
import io.clientela.platform.Afresh;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way a customer is written: normalise, validate, rights, change rule, version, journal, state, search, outbox and
 * audit, in one transaction. Each submission gets its own answer; a refused one changes nothing and stops no other.
 */
@Component
public class WriteGate {

    private final GateParts parts;
    private final Undoing undoing;
    private final Afresh afresh;
    private final Clock clock;

    WriteGate(GateParts parts, Undoing undoing, Afresh afresh, Clock clock) {
        this.parts = parts;
        this.undoing = undoing;
        this.afresh = afresh;
        this.clock = clock;
    }

    /** Submits a batch; answers stand in the order of the submissions. */
    public List<Outcome> submit(List<Submission> submissions, Actor actor) {
        // Numbers are drawn before the transaction begins, so that a request never holds two connections.
        Batch ready = arrange(prepare(submissions), actor);
        return afresh.run(() -> rounds(ready, actor, Optional.empty()));
    }

    /** Reads and checks the raw values. Needs no transaction; may run beside another batch's other steps. */
    public Batch prepare(List<Submission> submissions) {
        List<Slot> slots = new ArrayList<>(submissions.size());
        for (Submission submission : submissions) {
            slots.add(new Slot(slots.size(), parts.preparing().prepare(submission)));
        }
        return new Ready(slots.size(), slots, false, Map.of(), Optional.empty());
    }

    /**
     * Decides what can be decided without looking at other files: submissions that say they are new are refused, or get id,
     * number and key and are sealed. Needs no transaction; may be left out, {@link #commit} then does it.
     */
    public Batch arrange(Batch batch, Actor actor) {
        Ready ready = (Ready) batch;
        Judge judge = parts.deciding().judge(actor);
        Map<Integer, Outcome> refused = new HashMap<>();
        List<Creation> good = new ArrayList<>();
        List<Slot> left = new ArrayList<>();
        for (Slot slot : ready.slots()) {
            if (slot.prepared().submission().target() instanceof Submission.Target.NewFile) {
                Creation creation = parts.arriving().decide(slot.index(), slot.prepared(), judge, actor);
                Round.refusal(creation, actor)
                        .ifPresentOrElse(refusal -> refused.put(slot.index(), refusal), () -> good.add(creation));
            } else {
                left.add(slot);
            }
        }
        long run = good.isEmpty()
                ? 0
                : good.getFirst().prepared().submission().how().runId();
        Optional<Arranged> arranged = good.isEmpty()
                ? Optional.empty()
                : Optional.of(new Arranged(parts.arriving().arrange(good, actor, clock.instant()), run));
        return new Ready(ready.size(), left, true, refused, arranged);
    }

    /** Writes a batch in the caller's transaction, or one of its own. */
    @Transactional
    public List<Outcome> commit(Batch batch, Actor actor) {
        return rounds(((Ready) batch).isArranged() ? batch : arrange(batch, actor), actor, Optional.empty());
    }

    /** What {@link #commit} would answer; writes nothing, and numbers are empty. */
    @Transactional(readOnly = true)
    public List<Outcome> rehearse(Batch batch, Actor actor) {
        return rehearse(batch, actor, new TwinRows());
    }

    /** The same for one batch of several; {@code twins} knows what the batches before it said. */
    @Transactional(readOnly = true)
    List<Outcome> rehearse(Batch batch, Actor actor, TwinRows twins) {
        return rounds(batch, actor, Optional.of(Rehearsal.of(twins)));
    }

    /** The same, telling of each change that would be made. */
    @Transactional(readOnly = true)
    List<Outcome> rehearse(Batch batch, Actor actor, Consumer<Foreseen> teller) {
        return rounds(batch, actor, Optional.of(new Rehearsal(new TwinRows(), teller)));
    }

    /** Takes back what the next rows of an import said, in the caller's transaction; see {@link Undoing}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UndoneBatch takeBack(long run, long afterRow, int limit, Actor actor) {
        return undoing.undo(run, afterRow, limit, actor);
    }

    /** Ties files together, in the caller's transaction or one of its own; see {@link Tying}. */
    Merged tie(MergeWish wish, Actor actor) {
        return afresh.run(() -> parts.tying().tie(wish, actor, clock));
    }

    /** Takes a tie away, likewise. */
    Unmerged untie(UnmergeWish wish, Actor actor) {
        return afresh.run(() -> parts.tying().untie(wish, actor, clock));
    }

    private List<Outcome> rounds(Batch prepared, Actor actor, Optional<Rehearsal> rehearsal) {
        Ready batch = (Ready) prepared;
        Outcome[] outcomes = new Outcome[batch.size()];
        batch.refused().forEach((index, outcome) -> outcomes[index] = outcome);
        batch.arranged()
                .ifPresent(arranged ->
                        round(List.of(), outcomes, actor, rehearsal).arrive(arranged.arrivals(), arranged.runId()));
        List<Slot> slots = batch.slots();
        // Two submissions of one file must see each other, so the second waits for the next round.
        while (!slots.isEmpty()) {
            slots = next(slots, outcomes, actor, rehearsal);
        }
        return Arrays.asList(outcomes);
    }

    private Round round(List<FileRow> rows, Outcome[] outcomes, Actor actor, Optional<Rehearsal> rehearsal) {
        Opened opened = rows.isEmpty() ? Opened.NOTHING : Opened.of(rows, parts.loader(), parts.groups());
        // The database keeps microseconds, and what is answered now is to be what is read later.
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Round(parts, actor, at, opened, outcomes, rehearsal);
    }

    private List<Slot> next(List<Slot> slots, Outcome[] outcomes, Actor actor, Optional<Rehearsal> rehearsal) {
        GateKeys.Meant meant = parts.keys().resolve(slots, rehearsal.isEmpty());
        Map<Slot, GateKeys.Found> targets = meant.found();
        List<Slot> later = new ArrayList<>();
        List<Slot> now = new ArrayList<>();
        Set<Object> touched = new HashSet<>();
        Set<Long> ids = new TreeSet<>();
        for (Slot slot : slots) {
            GateKeys.Found found = targets.getOrDefault(slot, GateKeys.Found.NEW);
            if (touched.add(found.identity(slot))) {
                now.add(slot);
                found.file().ifPresent(ids::add);
            } else {
                later.add(slot);
            }
        }
        List<FileRow> rows = rehearsal.isPresent()
                ? parts.groups().find(ids)
                : parts.groups().lock(ids, meant.locked());
        later.addAll(sameSince(now, targets, rows));
        // A rehearsal writes nothing, so what waits for its twin can't find it and is taken for what it would have
        // been.
        round(rows, outcomes, actor, rehearsal).run(now, targets);
        return later;
    }

    /** Takes out what speaks of files that somebody has tied together while we waited for them. */
    private static List<Slot> sameSince(List<Slot> now, Map<Slot, GateKeys.Found> targets, List<FileRow> rows) {
        Map<Long, Long> heads = new HashMap<>();
        rows.forEach(row -> heads.put(row.fileId(), row.headId()));
        Set<Long> touched = new HashSet<>();
        List<Slot> same = new ArrayList<>();
        for (Slot slot : now) {
            Optional<Long> file = targets.getOrDefault(slot, GateKeys.Found.NEW).file();
            if (file.isPresent() && !touched.add(heads.getOrDefault(file.get(), file.get()))) {
                same.add(slot);
            }
        }
        now.removeAll(same);
        return same;
    }

    /** A submission and its place in the batch. */
    record Slot(int index, Prepared prepared) {

        /** Its place tells it from all others of the batch; going through all its values would cost more than deciding it. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Slot slot && slot.index == index;
        }

        @Override
        public int hashCode() {
            return index;
        }
    }

    /** Submissions on their way through the gate; what is in it is the gate's own business. */
    public sealed interface Batch permits Ready {}

    /**
     * What a batch holds.
     *
     * @param size how many there are in all
     * @param slots those not yet decided
     * @param isArranged whether {@link #arrange} was done
     * @param refused those refused already, by place
     * @param arranged new files that only need writing
     */
    record Ready(
            int size, List<Slot> slots, boolean isArranged, Map<Integer, Outcome> refused, Optional<Arranged> arranged)
            implements Batch {}

    /** New files of a batch and the run they come from, 0 outside a run. */
    record Arranged(Arrivals arrivals, long runId) {}
}
