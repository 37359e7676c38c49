package io.clientela.matching;

import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.matching.Verdict.Word;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What somebody says of several customers that stand beside each other, by their numbers.
 *
 * @param same are one and the same
 * @param different are none of {@code same}, of which there may be one only; where there is none, no two of these are the same
 * @param later are put off as far as they are asked about
 * @param reason may be empty
 */
public record Sorted(List<String> same, List<String> different, List<String> later, String reason) {

    /** As many as stand beside each other at once; more columns than this nobody compares. */
    public static final int MOST = 20;

    public Sorted {
        same = List.copyOf(same);
        different = List.copyOf(different);
        later = List.copyOf(later);
    }

    /** Refuses what says nothing of any two, or too much at once. */
    void check() {
        int sides = same.isEmpty() ? 0 : 1;
        boolean says = same.size() > 1 || different.size() + sides > 1 || later.size() > 1;
        if (!says || all().size() > MOST) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
    }

    List<String> all() {
        return Stream.of(same, different, later).flatMap(List::stream).toList();
    }

    /** What follows for every two, in the order in which claims are written. */
    Map<Two, Word> words(ToLongFunction<String> file) {
        Map<Two, Word> words = new TreeMap<>(Comparator.comparingLong(Two::one).thenComparingLong(Two::other));
        List<Long> one = files(same, file);
        List<Long> apart = files(different, file);
        Two.among(one).forEach(two -> words.put(two, Word.SAME));
        if (one.isEmpty()) {
            Two.among(apart).forEach(two -> words.put(two, Word.DIFFERENT));
        }
        one.forEach(mine -> apart.forEach(other -> words.put(Two.of(mine, other), Word.DIFFERENT)));
        Two.among(files(later, file)).forEach(two -> words.put(two, Word.MAYBE));
        return words;
    }

    private static List<Long> files(List<String> numbers, ToLongFunction<String> file) {
        return numbers.stream().map(file::applyAsLong).toList();
    }
}
