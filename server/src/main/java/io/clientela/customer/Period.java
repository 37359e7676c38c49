package io.clientela.customer;

import io.clientela.customer.JournalStore.Sealed;
import io.clientela.kit.fields.Field;
import io.clientela.vault.SealKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * From when to when a file said one value of a dated field; still says it where there is no end. Ends are exclusive.
 *
 * @param fromEntry the entry that said it
 * @param untilEntry the entry after which it wasn't said any more
 */
record Period(
        String field, String value, int fromEntry, Instant from, OptionalInt untilEntry, Optional<Instant> until) {

    /** The periods of a file as a fold of its entries, given in the order of their numbers. */
    static List<Period> fold(List<Sealed> entries, SealKey key, List<Field> dated) {
        List<Period> periods = new ArrayList<>();
        FileState state = new FileState();
        for (Sealed sealed : entries) {
            FileState before = state.copy();
            state.apply(sealed.entry().seq(), EntryBody.open(sealed, key));
            Instant at = sealed.entry().at();
            // A past is a beginning of the entries: whatever bears a later time than this entry counts from its time
            // on.
            periods.replaceAll(period -> period.notAfter(at));
            Turn.all(dated, before, state)
                    .forEach(turn -> turn.apply(periods, sealed.entry().seq(), at));
        }
        return periods;
    }

    /** Whether it holds at a moment. */
    boolean holds(Instant moment) {
        return !from.isAfter(moment) && until.map(moment::isBefore).orElse(true);
    }

    private Period notAfter(Instant at) {
        return new Period(
                field,
                value,
                fromEntry,
                from.isAfter(at) ? at : from,
                untilEntry,
                until.map(end -> end.isAfter(at) ? at : end));
    }

    private Period ending(int entry, Instant at) {
        return new Period(field, value, fromEntry, from, OptionalInt.of(entry), Optional.of(at));
    }

    /** What one entry begins and ends of one field. */
    record Turn(String field, List<String> begun, List<String> ended) {

        static List<Turn> all(List<Field> dated, FileState before, FileState after) {
            List<Turn> turns = new ArrayList<>();
            for (Field field : dated) {
                List<String> was = before.value(field.key()).parts();
                List<String> is = after.value(field.key()).parts();
                if (!was.equals(is)) {
                    turns.add(new Turn(field.key(), without(is, was), without(was, is)));
                }
            }
            return turns;
        }

        private static List<String> without(List<String> some, List<String> others) {
            return some.stream()
                    .distinct()
                    .filter(value -> !others.contains(value))
                    .toList();
        }

        private void apply(List<Period> periods, int entry, Instant at) {
            periods.replaceAll(period ->
                    period.untilEntry().isEmpty() && period.field().equals(field) && ended.contains(period.value())
                            ? period.ending(entry, at)
                            : period);
            begun.forEach(
                    value -> periods.add(new Period(field, value, entry, at, OptionalInt.empty(), Optional.empty())));
        }
    }
}
