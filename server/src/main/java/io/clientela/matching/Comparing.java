package io.clientela.matching;

import io.clientela.customer.ComparedFiles;
import io.clientela.customer.ComparedFiles.Compared;
import io.clientela.customer.KnownRelations;
import io.clientela.customer.spi.FileTwins;
import io.clientela.customer.spi.LikelyFiles;
import io.clientela.kit.match.Base;
import io.clientela.kit.match.BlockingKeys;
import io.clientela.kit.match.Model;
import io.clientela.kit.match.Profile;
import io.clientela.kit.match.RuleSet;
import io.clientela.kit.match.Score;
import io.clientela.kit.match.Scorer;
import io.clientela.kit.match.Thresholds;
import io.clientela.matching.LookedForStore.Keyed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Compares one customer, or what is typed of one, with those it shares a key with, by what was learned of all. */
@Component
class Comparing implements LikelyFiles {

    /** Not more are looked at for one; the keys of everybody are left out before. */
    private static final int MOST = 400;

    /** The name of a person; that of an enterprise is nearly its own. */
    private static final Set<String> NAMES = Set.of("given_name", "family_name");

    private final ComparedFiles files;
    private final LookedForStore keys;
    private final KnownRelations relations;
    private final ModelStore models;
    private final MatchingRules rules;

    Comparing(
            ComparedFiles files,
            LookedForStore keys,
            KnownRelations relations,
            ModelStore models,
            MatchingRules rules) {
        this.files = files;
        this.keys = keys;
        this.relations = relations;
        this.models = models;
        this.rules = rules;
    }

    /** The keys under which these customers are looked for. */
    List<Keyed> keys(String record, List<Compared> some) {
        RuleSet set = RuleSet.of(record);
        Base base = new Base(set);
        some.forEach(file -> base.add(file.fileId(), set.features(file.profile())));
        // What is worked out for keys of a base holds until another record comes.
        return IntStream.range(0, base.size())
                .mapToObj(row -> new Keyed(base.id(row), record, BlockingKeys.of(base, row)))
                .toList();
    }

    /** Who is likely to be the same as this or bears its name, the likeliest first; {@code self} is left out. */
    Near near(String record, Profile profile, OptionalLong self) {
        RuleSet set = RuleSet.of(record);
        Model model = model(record);
        Base base = new Base(set, model.frequencies());
        long own = self.orElse(0);
        int row = base.add(own, set.features(profile));
        Set<Integer> wanted = Arrays.stream(BlockingKeys.of(base, row)).boxed().collect(Collectors.toSet());
        List<Long> found =
                keys.find(record, wanted, MOST).stream().filter(id -> id != own).toList();
        List<Compared> others = files.of(record, found);
        others.forEach(other -> base.add(other.fileId(), set.features(other.profile())));
        Thresholds thresholds = rules.thresholds();
        // Nobody said yet how a draft stands to anybody.
        Scorer scorer = self.isPresent() ? scorer(base, model) : new Scorer(base, model);
        List<FoundPair> pairs = new ArrayList<>();
        List<FoundPair> namesakes = new ArrayList<>();
        for (int other = 1; other < base.size(); other++) {
            Score score = scorer.score(row, other);
            boolean likely = score.probability() >= thresholds.ask();
            if (likely || (!score.apart() && base.sameName(row, other))) {
                // However rare a name is, alone it only says that somebody bears it too.
                (likely && !byNameAlone(score) ? pairs : namesakes)
                        .add(FoundPair.of(own, base.id(other), record, score, thresholds));
            }
        }
        pairs.sort(Comparator.comparingDouble(FoundPair::bits).reversed());
        namesakes.sort(Comparator.comparingDouble(FoundPair::bits).reversed());
        return new Near(pairs, namesakes);
    }

    private static boolean byNameAlone(Score score) {
        return score.reasons().stream()
                .filter(reason -> reason.bits() > 0)
                .allMatch(reason -> NAMES.contains(reason.aspect()));
    }

    /** Those likely to be the same, and those who have no more in common with it than the very same name. */
    record Near(List<FoundPair> likely, List<FoundPair> namesakes) {}

    /** The same for customers just entered or changed, with one look for all of them; each pair once. */
    List<FoundPair> likely(String record, List<Compared> some) {
        RuleSet set = RuleSet.of(record);
        Model model = model(record);
        Base base = new Base(set, model.frequencies());
        Map<Long, Integer> rows = new LinkedHashMap<>();
        some.forEach(file -> rows.put(file.fileId(), base.add(file.fileId(), set.features(file.profile()))));
        Map<Integer, Set<Long>> found = sharing(record, base, rows.values());
        Map<Long, Integer> all = opened(record, base, found, rows);
        Thresholds thresholds = rules.thresholds();
        Scorer scorer = scorer(base, model);
        Set<Set<Integer>> seen = new HashSet<>();
        List<FoundPair> pairs = new ArrayList<>();
        found.forEach((row, ids) -> {
            for (long id : ids) {
                int other = all.getOrDefault(id, row);
                if (other != row && seen.add(Set.of(row, other))) {
                    Score score = scorer.score(row, other);
                    if (score.probability() >= thresholds.ask()) {
                        pairs.add(FoundPair.of(base.id(row), id, record, score, thresholds));
                    }
                }
            }
        });
        return pairs;
    }

    /** Which customers share a key with these rows, as long as it isn't one that very many have. */
    private Map<Integer, Set<Long>> sharing(String record, Base base, Collection<Integer> rows) {
        Map<Integer, List<Integer>> wanting = new HashMap<>();
        for (int row : rows) {
            for (int key : BlockingKeys.of(base, row)) {
                wanting.computeIfAbsent(key, none -> new ArrayList<>()).add(row);
            }
        }
        Map<Integer, Set<Long>> found = new HashMap<>();
        keys.holders(record, wanting.keySet(), MOST * rows.size())
                .forEach(holder -> wanting.getOrDefault(holder.key(), List.of())
                        .forEach(row -> found.computeIfAbsent(row, none -> new HashSet<>())
                                .add(holder.fileId())));
        return found;
    }

    /** The rows of those and of all that share a key with them. */
    private Map<Long, Integer> opened(
            String record, Base base, Map<Integer, Set<Long>> found, Map<Long, Integer> there) {
        RuleSet set = RuleSet.of(record);
        Set<Long> ids = new HashSet<>();
        found.values().forEach(ids::addAll);
        ids.removeAll(there.keySet());
        Map<Long, Integer> all = new HashMap<>(there);
        files.of(record, ids)
                .forEach(other -> all.put(other.fileId(), base.add(other.fileId(), set.features(other.profile()))));
        return all;
    }

    /** The likeliest file of each draft of a batch, with one look for all of them; those like nobody are absent. */
    @Override
    public Map<Integer, Long> likeliest(String record, Map<Integer, Profile> drafts) {
        RuleSet set = RuleSet.of(record);
        Model model = model(record);
        Base base = new Base(set, model.frequencies());
        Map<Integer, Integer> rows = new LinkedHashMap<>();
        drafts.forEach((place, profile) -> rows.put(place, base.add(0, set.features(profile))));
        Map<Integer, Set<Long>> found = sharing(record, base, rows.values());
        Map<Long, Integer> others = opened(record, base, found, Map.of());
        Scorer scorer = new Scorer(base, model);
        double least = rules.thresholds().ask();
        Map<Integer, Long> likeliest = new HashMap<>();
        rows.forEach((place, row) -> found.getOrDefault(row, Set.of()).stream()
                .flatMap(id -> Optional.ofNullable(others.get(id)).stream()
                        .map(other -> Map.entry(id, scorer.score(row, other).probability())))
                .filter(scored -> scored.getValue() >= least)
                .max(Map.Entry.comparingByValue())
                .ifPresent(scored -> likeliest.put(place, scored.getKey())));
        return likeliest;
    }

    @Override
    public FileTwins twins() {
        return new TwinDrafts(this::model, rules.thresholds());
    }

    /** What is found between two customers, however little it is; empty unless both are listed and of one type. */
    Optional<FoundPair> between(long one, long other) {
        return Optional.ofNullable(among(List.of(one, other)).get(Two.of(one, other)));
    }

    /** The same for every two of some customers, with one look for all of them. */
    Map<Two, FoundPair> among(Collection<Long> some) {
        Map<Two, FoundPair> among = new HashMap<>();
        for (String record : ComparedFiles.RECORDS) {
            List<Compared> listed = files.of(record, some);
            if (listed.size() > 1) {
                among.putAll(among(record, listed));
            }
        }
        return among;
    }

    private Map<Two, FoundPair> among(String record, List<Compared> some) {
        RuleSet set = RuleSet.of(record);
        Model model = model(record);
        Base base = new Base(set, model.frequencies());
        Map<Long, Integer> rows = new HashMap<>();
        some.forEach(file -> rows.put(file.fileId(), base.add(file.fileId(), set.features(file.profile()))));
        Scorer scorer = scorer(base, model);
        Thresholds thresholds = rules.thresholds();
        Map<Two, FoundPair> among = new HashMap<>();
        for (Two two : Two.among(rows.keySet())) {
            Score score = scorer.score(row(rows, two.one()), row(rows, two.other()));
            among.put(two, FoundPair.of(two.one(), two.other(), record, score, thresholds));
        }
        return among;
    }

    private Scorer scorer(Base base, Model model) {
        List<Long> ids = IntStream.range(0, base.size()).mapToObj(base::id).toList();
        return new Scorer(base, model, new Related(relations.among(ids)));
    }

    private static int row(Map<Long, Integer> rows, long file) {
        return Objects.requireNonNull(rows.get(file));
    }

    /** What was learned, or what the product brings before anything was, for which the size of the base needn't be exact. */
    private Model model(String record) {
        return models.inForce(record)
                .orElseGet(() -> Model.starting(RuleSet.of(record), (int) Math.min(Integer.MAX_VALUE, keys.about())));
    }
}
