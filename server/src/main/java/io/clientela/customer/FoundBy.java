package io.clientela.customer;

import io.clientela.customer.CandidateStore.Candidate;
import io.clientela.customer.Rendering.Purpose;
import io.clientela.customer.Rendering.Shown;
import io.clientela.customer.Searching.Found;
import io.clientela.customer.Searching.ItemHit;
import io.clientela.customer.Searching.Why;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import io.clientela.kit.text.Rank;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What candidates of a search are found by: a field the reader can't read finds nothing, a masked one only by its whole value. */
@Component
class FoundBy {

    private final Rendering rendering;
    private final FieldCatalogue fields;
    private final ItemStore items;

    FoundBy(Rendering rendering, FieldCatalogue fields, ItemStore items) {
        this.rendering = rendering;
        this.fields = fields;
        this.items = items;
    }

    /** Adds what these candidates are found by, of those the reader may read the best of each. */
    void rank(List<Candidate> candidates, Map<Long, Found> hits, Actor actor, Ranking ranking) {
        List<Candidate> some = candidates.stream()
                .filter(candidate -> !hits.containsKey(candidate.fileId()))
                .toList();
        Map<String, Searched> known = new HashMap<>();
        Function<String, Searched> searched = record -> known.computeIfAbsent(record, type -> searchedBy(type, actor));
        Map<Long, List<ItemStore.Item>> byFile = new HashMap<>();
        items.of(some.stream()
                        .filter(candidate ->
                                !searched.apply(candidate.record()).lists().isEmpty())
                        .map(Candidate::fileId)
                        .distinct()
                        .toList())
                .forEach(item -> byFile.computeIfAbsent(item.headId(), id -> new ArrayList<>())
                        .add(item));
        for (Candidate candidate : some) {
            best(
                            candidate,
                            byFile.getOrDefault(candidate.fileId(), List.of()),
                            searched.apply(candidate.record()),
                            ranking)
                    .ifPresent(found -> hits.merge(found.fileId(), found, Found::better));
        }
    }

    /** What a reader may find a file of this type by, worked out once for all candidates. */
    private Searched searchedBy(String record, Actor actor) {
        Map<String, SearchedList> lists = new HashMap<>();
        rendering.shown(record, actor, Purpose.READ).stream()
                .map(Shown::field)
                .filter(field -> field.type() == FieldType.LIST)
                .forEach(list -> lists.put(
                        list.key(),
                        new SearchedList(list, rendering.shown(searched(list.codeList()), actor, Purpose.READ))));
        return new Searched(rendering.shown(searched(record), actor, Purpose.READ), lists);
    }

    /** The best of a file's values for this query, of those the reader may read. */
    private static Optional<Found> best(
            Candidate candidate, List<ItemStore.Item> ofFile, Searched searched, Ranking ranking) {
        Found best = Found.of(candidate.fileId(), Integer.MAX_VALUE);
        for (Shown shown : searched.fields()) {
            String value = candidate.values().getOrDefault(shown.field().key(), "");
            best = better(best, shown, value, ranking, shown.field(), Optional.empty());
        }
        for (ItemStore.Item item : ofFile) {
            SearchedList list = searched.lists().get(item.list());
            if (list != null) {
                best = better(best, item, list, ranking);
            }
        }
        return best.score() == Integer.MAX_VALUE ? Optional.empty() : Optional.of(best);
    }

    private static Found better(Found best, ItemStore.Item item, SearchedList list, Ranking ranking) {
        Found better = best;
        for (Shown part : list.parts()) {
            Value value = item.parts().getOrDefault(part.field().key(), Value.NONE);
            better = better(
                    better,
                    part,
                    value.isEmpty() ? "" : value.text(),
                    ranking,
                    list.field(),
                    Optional.of(new ItemHit(item.parts(), part.field())));
        }
        return better;
    }

    private static Found better(
            Found best, Shown sought, String value, Ranking ranking, Field shown, Optional<ItemHit> item) {
        if (value.isEmpty()) {
            return best;
        }
        Rank rank = ranking.of(sought.field(), value);
        boolean allowed = rank.matches() && (sought.visibility() == Visibility.CLEAR || rank == Rank.EXACT);
        int score = score(rank, sought.field());
        return allowed && score < best.score()
                ? new Found(best.fileId(), score, Optional.of(shown), ranking.why(sought.field(), value), item)
                : best;
    }

    private static int score(Rank rank, Field field) {
        int base = switch (rank) {
            case EXACT -> 1;
            case PREFIX -> 3;
            case CONTAINS -> 5;
            default -> 7;
        };
        return field.key().equals("name") ? base : base + 1;
    }

    /** The fields of a record type that the search box looks in. */
    List<Field> searched(String record) {
        return fields.catalogue().fields(record).stream()
                .filter(field -> field.search() != Field.Search.NONE && field.search() != Field.Search.EXACT)
                .toList();
    }

    /**
     * What files of one type are found by.
     *
     * @param fields their own fields the reader sees, clear or masked
     * @param lists lists the reader sees, by key
     */
    private record Searched(List<Shown> fields, Map<String, SearchedList> lists) {}

    private record SearchedList(Field field, List<Shown> parts) {}

    /** How well a value answers what was typed, and in which way. */
    interface Ranking {
        Rank of(Field field, String value);

        Why why(Field field, String value);
    }
}
