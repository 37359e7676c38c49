package io.clientela.customer;

import io.clientela.kernel.Actor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way a customer is written: normalise, validate, rights, change rule, version, journal, state, search, outbox and
 * audit, in one transaction. Each submission gets its own answer; a refused one changes nothing and stops no other.
 */
@Component
public class WriteGate {

    private final GateParts parts;
    private final Clock clock;

    WriteGate(GateParts parts, Clock clock) {
        this.parts = parts;
        this.clock = clock;
    }

    /** Submits a batch; answers stand in the order of the submissions. */
    @Transactional
    public List<Outcome> submit(List<Submission> submissions, Actor actor) {
        return rounds(prepare(submissions), actor, false);
    }

    /** The part that needs no database; may run beside another batch's {@link #commit}. */
    public Batch prepare(List<Submission> submissions) {
        return new Batch(submissions.stream().map(parts.preparing()::prepare).toList());
    }

    /** Writes a prepared batch in the caller's transaction, or one of its own. */
    @Transactional
    public List<Outcome> commit(Batch batch, Actor actor) {
        return rounds(batch, actor, false);
    }

    /** What {@link #commit} would answer; writes nothing, and numbers are empty. */
    @Transactional(readOnly = true)
    public List<Outcome> rehearse(Batch batch, Actor actor) {
        return rounds(batch, actor, true);
    }

    private List<Outcome> rounds(Batch batch, Actor actor, boolean rehearsal) {
        Outcome[] outcomes = new Outcome[batch.size()];
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            slots.add(new Slot(i, batch.prepared().get(i)));
        }
        // Two submissions of one file must see each other, so the second waits for the next round.
        while (!slots.isEmpty()) {
            slots = round(slots, outcomes, actor, rehearsal);
        }
        return Arrays.asList(outcomes);
    }

    private List<Slot> round(List<Slot> slots, Outcome[] outcomes, Actor actor, boolean rehearsal) {
        Map<Slot, GateKeys.Found> targets = parts.keys().resolve(slots);
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
        List<FileRow> rows = rehearsal ? parts.files().find(ids) : parts.files().lock(ids);
        new Round(parts, actor, clock.instant(), parts.loader().open(rows), outcomes, rehearsal).run(now, targets);
        // A rehearsal writes nothing, so what waits for its twin can't find it and is taken for what it would have
        // been.
        return later;
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

    /** Submissions with everything worked out that needs no database. */
    public record Batch(List<Prepared> prepared) {
        public Batch {
            prepared = List.copyOf(prepared);
        }

        public int size() {
            return prepared.size();
        }
    }
}
