package io.clientela.customer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * To which entry each place of a file — a field, an item, a part of an item — owes what it says. What an entry that takes another
 * one back gives again is owed to whatever it was owed to before, so that taking back can itself be taken back.
 */
final class Attribution {

    private static final int NOBODY = 0;

    private final Map<String, Integer> last = new HashMap<>();
    private final Map<String, Integer> source = new HashMap<>();
    private final Map<Integer, Map<String, Integer>> before = new HashMap<>();

    /** Takes one entry in, in the order of their numbers; {@code state} is what the file said before it. */
    void apply(int seq, EntryBody body, FileState state) {
        Map<String, Integer> prior = new HashMap<>();
        for (String place : places(body, state)) {
            prior.put(place, source.getOrDefault(place, NOBODY));
            int from = from(seq, body, place);
            source.put(place, from);
            last.put(place, seq);
        }
        before.put(seq, prior);
    }

    private int from(int seq, EntryBody body, String place) {
        int undone = Optional.ofNullable(body.takesBack()).orElse(NOBODY);
        if (undone == NOBODY) {
            return body.origins().getOrDefault(place, seq);
        }
        return owes(place, undone)
                ? before.getOrDefault(undone, Map.of()).getOrDefault(place, NOBODY)
                : source.getOrDefault(place, NOBODY);
    }

    /** Whether a place says what this entry made it say: nothing said since counts any more. */
    boolean owes(String place, int seq) {
        return lastTouch(place) == seq || source.getOrDefault(place, NOBODY) == seq;
    }

    /** The last entry that said anything of a place, 0 where none has. */
    int lastTouch(String place) {
        return last.getOrDefault(place, NOBODY);
    }

    private static Set<String> places(EntryBody body, FileState state) {
        Set<String> places = new HashSet<>(body.set().keySet());
        body.items()
                .forEach((list, items) -> items.forEach(item -> {
                    places.add(FileState.place(list, item.id()));
                    item.set().keySet().forEach(part -> places.add(FileState.place(list, item.id(), part)));
                }));
        body.removed()
                .forEach((list, ids) -> ids.forEach(id -> {
                    places.add(FileState.place(list, id));
                    state.items(list)
                            .getOrDefault(id, Map.of())
                            .keySet()
                            .forEach(part -> places.add(FileState.place(list, id, part)));
                }));
        return places;
    }
}
