package io.clientela.matching;

import io.clientela.customer.spi.FileTwins;
import io.clientela.kit.match.Base;
import io.clientela.kit.match.BlockingKeys;
import io.clientela.kit.match.Model;
import io.clientela.kit.match.Outcome;
import io.clientela.kit.match.Profile;
import io.clientela.kit.match.RuleSet;
import io.clientela.kit.match.Scorer;
import io.clientela.kit.match.Thresholds;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Rows of a file in columns of numbers, some hundred bytes each; beyond {@link #MOST} of a type no further ones are kept, so
 * that a file of any length is checked in bounded memory.
 */
final class TwinDrafts implements FileTwins {

    static final int MOST = 200_000;

    /** Not more rows that share a key are looked at; so many with one key tell nothing. */
    private static final int SHARING = 30;

    private final Function<String, Model> models;
    private final Thresholds thresholds;
    private final Map<String, Seen> seen = new HashMap<>();

    TwinDrafts(Function<String, Model> models, Thresholds thresholds) {
        this.models = models;
        this.thresholds = thresholds;
    }

    @Override
    public Map<Integer, Long> earlier(String record, Map<Integer, Profile> drafts, Map<Integer, Long> rows) {
        Seen before = seen.computeIfAbsent(record, type -> new Seen(RuleSet.of(type), models.apply(type)));
        Map<Integer, Long> found = new HashMap<>();
        new TreeMap<>(drafts).forEach((place, profile) -> {
            long row = rows.getOrDefault(place, 0L);
            long twin = before.twin(profile, row);
            if (twin > 0) {
                found.put(place, twin);
            }
        });
        return found;
    }

    /** The rows of one type; keys lead to the last row that has them, and from there to the ones before it. */
    private final class Seen {

        private final RuleSet rules;
        private final Model model;
        private final Base base;
        private final Map<Integer, Integer> last = new HashMap<>();
        private int[] places = new int[1 << 10];
        private int[] before = new int[1 << 10];
        private int links = 1;

        Seen(RuleSet rules, Model model) {
            this.rules = rules;
            this.model = model;
            this.base = new Base(rules, model.frequencies());
        }

        /** The likeliest row before this one, 0 for none; a row seen again, after a batch was tried again, isn't its own twin. */
        long twin(Profile profile, long row) {
            if (base.size() == MOST) {
                return 0;
            }
            int place = base.add(row, rules.features(profile));
            int[] keys = BlockingKeys.of(base, place);
            Set<Integer> others = new HashSet<>();
            for (int key : keys) {
                int link = last.getOrDefault(key, 0);
                for (int i = 0; link > 0 && i < SHARING; i++) {
                    others.add(places[link]);
                    link = before[link];
                }
                link(key, place);
            }
            Scorer scorer = new Scorer(base, model);
            double best = 0;
            long twin = 0;
            for (int other : others) {
                double probability =
                        base.id(other) < row ? scorer.score(other, place).probability() : 0;
                if (probability > best && thresholds.outcome(probability) != Outcome.DIFFERENT) {
                    best = probability;
                    twin = base.id(other);
                }
            }
            return twin;
        }

        private void link(int key, int place) {
            if (links == places.length) {
                places = Arrays.copyOf(places, links * 2);
                before = Arrays.copyOf(before, links * 2);
            }
            places[links] = place;
            before[links] = last.getOrDefault(key, 0);
            last.put(key, links++);
        }
    }
}
