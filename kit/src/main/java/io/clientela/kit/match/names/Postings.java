package io.clientela.kit.match.names;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which names have a feature; features are short texts whose first character is their kind. */
final class Postings {

    private static final int[] NONE = {};

    private final Map<String, Integer> features = new HashMap<>();
    private int[][] names = new int[1024][];
    private int[] sizes = new int[1024];
    private int count;

    void add(int name, Iterable<String> all) {
        for (String feature : all) {
            int id = features.computeIfAbsent(feature, added -> features.size());
            if (id >= names.length) {
                names = Arrays.copyOf(names, id * 2);
                sizes = Arrays.copyOf(sizes, id * 2);
            }
            int size = sizes[id];
            int[] list = names[id] == null ? NONE : names[id];
            if (size > 0 && list[size - 1] == name) {
                continue;
            }
            if (size == list.length) {
                list = Arrays.copyOf(list, Math.max(2, size + size / 2));
                names[id] = list;
            }
            list[size] = name;
            sizes[id] = size + 1;
        }
        count = name + 1;
    }

    int count() {
        return count;
    }

    int size(String feature) {
        Integer id = features.get(feature);
        return id == null ? 0 : sizes[id];
    }

    /** How telling a feature is: the logarithm of how few names have it. */
    double weight(String feature) {
        return Math.log((count + 1.0) / (size(feature) + 0.5));
    }

    /** The names with the most of the features, by their weights, best first; common features are left out when enough is looked at. */
    int[] best(List<String> wanted, int most, int budget) {
        List<String> rarest = wanted.stream()
                .distinct()
                .filter(feature -> size(feature) > 0)
                .sorted((one, other) -> Integer.compare(size(one), size(other)))
                .toList();
        Tally tally = new Tally(budget);
        int looked = 0;
        for (String feature : rarest) {
            int size = size(feature);
            if (looked > 0 && looked + size > budget) {
                break;
            }
            looked += size;
            int[] list = names[features.getOrDefault(feature, -1)];
            float weight = (float) weight(feature);
            for (int i = 0; i < size; i++) {
                tally.add(list[i], weight);
            }
        }
        return tally.best(most);
    }
}
