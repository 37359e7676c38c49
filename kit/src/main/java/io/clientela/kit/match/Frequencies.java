package io.clientela.kit.match;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How common the common values of a base are, so that single records can be compared as if the whole base were there. Holds
 * hashes, not values; what isn't held is as rare as can be.
 */
public final class Frequencies {

    /** Of nobody. */
    public static final Frequencies NONE = new Frequencies(Map.of());

    private static final int COMMON = 4;
    private static final int MOST = 4_000;

    /** Kinds of values whose rareness counts; of documents, birth dates and the like it doesn't. */
    private static final Words[] COUNTED = {
        Words.NAME,
        Words.PHONE,
        Words.EMAIL,
        Words.HANDLE,
        Words.REGION,
        Words.CITY,
        Words.POSTAL,
        Words.STREET,
        Words.EMPLOYER,
        Words.TITLE,
        Words.REPRESENTATIVE
    };

    private final Map<Words, Map<Integer, Double>> shares;

    private Frequencies(Map<Words, Map<Integer, Double>> shares) {
        this.shares = shares;
    }

    static Frequencies counted(Map<Words, Dictionary> dictionaries) {
        Map<Words, Map<Integer, Double>> shares = new EnumMap<>(Words.class);
        for (Words words : COUNTED) {
            Dictionary dictionary = dictionaries.get(words);
            if (dictionary != null && dictionary.total() > 0) {
                Map<Integer, Double> common = IntStream.range(1, dictionary.size())
                        .filter(number -> dictionary.count(number) >= COMMON)
                        .boxed()
                        .sorted(Comparator.comparingInt(dictionary::count).reversed())
                        .limit(MOST)
                        .collect(Collectors.toMap(
                                dictionary::hash,
                                number -> share(dictionary.count(number), dictionary.total()),
                                Math::max,
                                HashMap::new));
                shares.put(words, common);
            }
        }
        return new Frequencies(shares);
    }

    static double share(int count, long total) {
        return total == 0 ? 1 : (double) Math.max(0, count - 2) / total;
    }

    double share(Words words, int hash) {
        return shares.getOrDefault(words, Map.of()).getOrDefault(hash, 0.0);
    }

    /** Plain data: by kind of value and hash. */
    public Map<String, Map<Integer, Double>> toMap() {
        Map<String, Map<Integer, Double>> map = new HashMap<>();
        shares.forEach((words, each) -> map.put(words.name().toLowerCase(Locale.ROOT), Map.copyOf(each)));
        return map;
    }

    /** The way back from {@link #toMap}. */
    public static Frequencies of(Map<String, Map<Integer, Double>> map) {
        Map<Words, Map<Integer, Double>> shares = new EnumMap<>(Words.class);
        map.forEach((words, each) -> shares.put(Words.valueOf(words.toUpperCase(Locale.ROOT)), Map.copyOf(each)));
        return new Frequencies(shares);
    }
}
