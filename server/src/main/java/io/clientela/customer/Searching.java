package io.clientela.customer;

import io.clientela.customer.CandidateStore.Candidate;
import io.clientela.customer.FoundBy.Ranking;
import io.clientela.customer.KeyStore.Blind;
import io.clientela.customer.KeyStore.Claim;
import io.clientela.customer.Rendering.Purpose;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.text.Query;
import io.clientela.kit.text.Rank;
import io.clientela.kit.text.Scripts;
import io.clientela.kit.text.SearchTokens;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * The search box: names by any part, pinyin or initials, phones by any four digits, e-mails, and numbers and documents by
 * their whole value. No more candidates are read than are wanted, whole names first, and never more than a thousand; a field
 * the reader can't read finds nothing, a masked one only by its whole value.
 */
@Component
class Searching {

    /** One more than are shown. */
    private static final int MOST = ListStore.CANDIDATES + 1;

    /** Of so many the rows are read with what finds them; of more only a page is shown. */
    private static final int ROWS = 200;

    /** A whole phone, document, account or code has no fewer digits. */
    private static final int FEWEST_DIGITS = 6;

    private final ListStore lists;
    private final CandidateStore candidates;
    private final KeyStore keys;
    private final Preparing preparing;
    private final Comparisons comparisons;
    private final Rendering rendering;
    private final FieldCatalogue fields;
    private final FoundBy foundBy;
    private final MaskedLookups lookups;

    Searching(
            ListStore lists,
            CandidateStore candidates,
            KeyStore keys,
            Preparing preparing,
            Comparisons comparisons,
            Rendering rendering,
            FieldCatalogue fields,
            FoundBy foundBy,
            MaskedLookups lookups) {
        this.lists = lists;
        this.candidates = candidates;
        this.keys = keys;
        this.preparing = preparing;
        this.comparisons = comparisons;
        this.rendering = rendering;
        this.fields = fields;
        this.foundBy = foundBy;
        this.lookups = lookups;
    }

    /**
     * At most so many hits, whole names first; whether there are more is told with them.
     *
     * @param shown what is read of the row of each that is found by its words, where rows are wanted; of more than some two hundred
     *     none are read
     */
    Hits search(String text, Condition filter, Actor actor, Optional<FileRows> shown, int most) {
        String wanted = text.strip();
        Map<Long, Found> hits = new LinkedHashMap<>();
        Looking looking = new Looking(filter, actor, shown, most, hits);
        byNumber(wanted, looking);
        if (byKey(wanted, looking) || mayBeMaskedWhole(wanted, actor)) {
            lookups.count(actor, wanted);
        }
        boolean all = byTokens(SearchTokens.query(wanted), looking);
        if (hits.isEmpty()) {
            all = Fuzzy.of(wanted).map(fuzzy -> fuzzily(fuzzy, looking)).orElse(true);
        }
        List<Found> found = hits.values().stream().limit(most).toList();
        return new Hits(found, looking.rows, all && hits.size() < most);
    }

    /** All hits, as far as one more than a thousand. */
    Hits all(String text, Condition filter, Actor actor) {
        return search(text, filter, actor, Optional.empty(), MOST);
    }

    private void byNumber(String wanted, Looking looking) {
        String upper = wanted.toUpperCase(Locale.ROOT);
        if (upper.matches("[A-Z]{1,4}\\d{6,}")) {
            lists.byNumber(looking.actor.scope(), looking.filter, upper)
                    .forEach((number, id) ->
                            looking.hits.merge(id, Found.of(id, number.equals(upper) ? 0 : 2), Found::better));
        }
    }

    /** Enough digits for a phone, or an address, while such fields are masked for the reader: a whole value would be found. */
    private boolean mayBeMaskedWhole(String wanted, Actor actor) {
        return isWhole(wanted)
                && Stream.of(Catalogue.INDIVIDUAL, Catalogue.ENTERPRISE, Catalogue.CONTACT)
                        .flatMap(record -> foundBy.searched(record).stream())
                        .anyMatch(field -> rendering.visibility(field, actor, Purpose.READ) == Visibility.MASKED);
    }

    /** Whether search words may be told to a reader who didn't type them: a whole phone, address, document or account only where all such fields are seen in clear. */
    boolean mayBeTold(String words, Actor actor) {
        return !isWhole(words)
                || Stream.of(Catalogue.INDIVIDUAL, Catalogue.ENTERPRISE, Catalogue.CONTACT)
                        .flatMap(record -> fields.catalogue().fields(record).stream())
                        .filter(field -> field.search() != Field.Search.NONE || Preparing.isKey(field))
                        .allMatch(field -> rendering.visibility(field, actor, Purpose.READ) == Visibility.CLEAR);
    }

    private static boolean isWhole(String wanted) {
        return wanted.indexOf('@') > 0 || wanted.indexOf('＠') > 0 || !isWords(wanted);
    }

    /** A name or a piece of a phone is no number of a document: it is not compared with masked ones, and so doesn't use up the limit on guessing them. */
    private static boolean isWords(String wanted) {
        return wanted.codePoints().filter(Character::isDigit).count() < FEWEST_DIGITS;
    }

    /** Answers whether a whole value was compared with a masked field. */
    private boolean byKey(String wanted, Looking looking) {
        Actor actor = looking.actor;
        Map<Blind, Field> wantedKeys = new HashMap<>();
        boolean masked = false;
        for (String record : List.of(Catalogue.INDIVIDUAL, Catalogue.ENTERPRISE)) {
            for (Field field : rendering.readable(record, actor)) {
                boolean guess = rendering.visibility(field, actor, Purpose.READ) == Visibility.MASKED;
                if (Preparing.isKey(field) && !(guess && isWords(wanted))) {
                    Optional<String> value = comparisons.canonical(field, wanted);
                    value.ifPresent(v -> wantedKeys.put(preparing.blind(record, field.key(), v), field));
                    masked |= guess && value.isPresent();
                }
            }
        }
        if (wantedKeys.isEmpty()) {
            return false;
        }
        Map<Long, Field> found = new HashMap<>();
        keys.find(wantedKeys.keySet()).forEach((blind, claims) -> {
            Field field = wantedKeys.get(blind);
            if (field != null) {
                claims.stream().map(Claim::headId).forEach(id -> found.put(id, field));
            }
        });
        for (long id : lists.visible(actor.scope(), looking.filter, found.keySet())) {
            looking.hits.putIfAbsent(
                    id, new Found(id, 0, Optional.ofNullable(found.get(id)), Why.VALUE, Optional.empty()));
        }
        return masked;
    }

    /** Whether all there are were looked at. */
    private boolean byTokens(Query query, Looking looking) {
        boolean letters = !Scripts.hasHan(query.text());
        Ranking ranking = new Ranking() {
            @Override
            public Rank of(Field field, String value) {
                return rank(query, field, value);
            }

            @Override
            public Why why(Field field, String value) {
                boolean spoken = letters && field.search() == Field.Search.NAME && Scripts.hasHan(value);
                return spoken ? Why.PINYIN : Why.VALUE;
            }
        };
        boolean all = lookUp(query.tiers(), ranking, looking);
        return looking.hits.isEmpty() ? lookUp(query.guessed(), ranking, looking) : all;
    }

    private boolean fuzzily(Fuzzy fuzzy, Looking looking) {
        Ranking ranking = new Ranking() {
            @Override
            public Rank of(Field field, String value) {
                return (field.search() == Field.Search.NAME && fuzzy.resembles(value)) ? Rank.CONTAINS : Rank.NONE;
            }

            @Override
            public Why why(Field field, String value) {
                return Why.SIMILAR;
            }
        };
        boolean all = lookUp(fuzzy.likely(), ranking, looking);
        if (looking.hits.isEmpty()) {
            all = lookUp(fuzzy.distant(), ranking, looking);
        }
        // What is only like it isn't looked for to the last.
        return all || looking.hits.size() < looking.most;
    }

    /** Whether all there are were looked at. */
    private boolean lookUp(List<List<List<String>>> tiers, Ranking ranking, Looking looking) {
        List<List<String>> ways =
                tiers.stream().flatMap(List::stream).distinct().toList();
        int looked = Math.min(looking.most, MOST);
        while (true) {
            Optional<FileRows> shown = looked <= ROWS ? looking.shown : Optional.empty();
            List<Candidate> some =
                    candidates.some(looking.actor.scope(), looking.filter, ways, ranked(), shown, looked);
            foundBy.rank(some, looking.hits, looking.actor, ranking);
            some.forEach(candidate -> candidate.row().ifPresent(row -> looking.rows.put(row.fileId(), row)));
            if (some.size() < looked || looked == MOST || looking.hits.size() >= looking.most) {
                return some.size() < looked;
            }
            // What was found by a value that isn't shown to this reader, or twice, makes room for others.
            looked = MOST;
        }
    }

    /** What a file is ranked by, whatever its type: of two fields of one key it can only have the one of its type. */
    private Map<String, org.jooq.Field<String>> ranked() {
        Map<String, org.jooq.Field<String>> ranked = new LinkedHashMap<>();
        Stream.of(Catalogue.INDIVIDUAL, Catalogue.ENTERPRISE)
                .flatMap(record -> foundBy.searched(record).stream())
                .filter(field -> FileColumns.kind(field)
                        .filter(FileColumns.Kind.TEXT::equals)
                        .isPresent())
                .forEach(field -> ranked.merge(
                        field.key(),
                        FieldPlace.of(field).text(),
                        (one, other) -> one.equals(other) ? one : DSL.coalesce(one, other)));
        return ranked;
    }

    private static Rank rank(Query query, Field field, String value) {
        return switch (field.search()) {
            case NAME -> query.name(value);
            case PHONE -> query.phone(value);
            case EMAIL -> query.email(value);
            default -> Rank.NONE;
        };
    }

    /** What one search looks for, and what it has found. */
    private static final class Looking {
        private final Condition filter;
        private final Actor actor;
        private final Optional<FileRows> shown;
        private final int most;
        private final Map<Long, Found> hits;
        private final Map<Long, FileRow> rows = new HashMap<>();

        Looking(Condition filter, Actor actor, Optional<FileRows> shown, int most, Map<Long, Found> hits) {
            this.filter = filter;
            this.actor = actor;
            this.shown = shown;
            this.most = most;
            this.hits = hits;
        }
    }

    /** How a value answered: as it is written, as it is spoken, or nearly. */
    enum Why {
        VALUE,
        PINYIN,
        SIMILAR
    }

    /** The item of a list that was hit, and by which of its parts. */
    record ItemHit(Map<String, Value> parts, Field part) {}

    /**
     * What was found.
     *
     * @param found in an order that stays the same however many are wanted: whole names first, names that begin so, others
     * @param rows those that were read already, by their ids, and some that aren't found
     * @param all whether there are no more
     */
    record Hits(List<Found> found, Map<Long, FileRow> rows, boolean all) {

        /** Those of one page; where all fit on the first, the best first by all that is known of them, of equals the latest. */
        List<Found> page(int offset, int limit) {
            if (offset == 0 && all && found.size() <= limit) {
                return found.stream()
                        .sorted(Comparator.comparingInt(Found::score)
                                .thenComparing(Found::fileId, Comparator.reverseOrder()))
                        .toList();
            }
            int end = Math.min(size(), offset + limit);
            return found.subList(Math.min(offset, end), end);
        }

        /** How many are shown, page after page. */
        int size() {
            return Math.min(found.size(), ListStore.CANDIDATES);
        }
    }

    /** A file that was found, and by which field where that can be told. */
    record Found(long fileId, int score, Optional<Field> field, Why why, Optional<ItemHit> item) {
        Found better(Found other) {
            return other.score < score ? other : this;
        }

        static Found of(long fileId, int score) {
            return new Found(fileId, score, Optional.empty(), Why.VALUE, Optional.empty());
        }
    }
}
