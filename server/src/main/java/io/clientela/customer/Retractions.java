package io.clientela.customer;

import io.clientela.customer.FileHistory.Said;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which entries of a file were taken back, by which, and whether that still stands. */
final class Retractions {

    private static final Set<String> OF_RUNS = Set.of(Entry.RETRACTION, Entry.WITHDRAWAL);

    private final Map<Integer, Retraction> byEntry = new HashMap<>();

    private Retractions() {}

    /** Of all entries of a file, in order. */
    static Retractions of(List<Said> all) {
        Retractions retractions = new Retractions();
        Map<Integer, Said> known = new HashMap<>();
        for (Said said : all) {
            Integer undone = said.body().takesBack();
            if (undone != null) {
                retractions.takes(said, Optional.ofNullable(known.get(undone)));
            } else if (OF_RUNS.contains(said.entry().kind())
                    && said.entry().runId().isPresent()) {
                known.values().stream()
                        .filter(one -> one.entry().runId().equals(said.entry().runId()))
                        .forEach(one -> retractions.byEntry.put(one.entry().seq(), new Retraction(said, false)));
            }
            known.put(said.entry().seq(), said);
        }
        return retractions;
    }

    private void takes(Said by, Optional<Said> undone) {
        undone.ifPresent(said -> {
            int seq = said.entry().seq();
            // What this one had taken back is in force again.
            byEntry.values().removeIf(retraction -> retraction.by().entry().seq() == seq);
            byEntry.put(seq, new Retraction(by, !places(by.body()).containsAll(places(said.body()))));
        });
    }

    private static Set<String> places(EntryBody body) {
        Set<String> places = new HashSet<>(body.set().keySet());
        body.items().forEach((list, items) -> items.forEach(item -> places.add(FileState.place(list, item.id()))));
        body.removed().forEach((list, ids) -> ids.forEach(id -> places.add(FileState.place(list, id))));
        return places;
    }

    Optional<Retraction> of(int entry) {
        return Optional.ofNullable(byEntry.get(entry));
    }

    /** What took an entry back; {@code partly} where some of it stayed. */
    record Retraction(Said by, boolean partly) {}
}
