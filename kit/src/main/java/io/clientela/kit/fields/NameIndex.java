package io.clientela.kit.fields;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The names of a code list's items, folded: whole names by hash, parts of names by going through all. */
final class NameIndex {
    private static final int MOST_LEFT_OUT = 12;

    private final UnaryOperator<String> loosen;
    private final Map<String, List<String>> names = new LinkedHashMap<>();
    private final Map<String, List<String>> looseNames = new HashMap<>();
    private int longest;

    NameIndex(UnaryOperator<String> loosen, Iterable<CodeItem> items) {
        this.loosen = loosen;
        items.forEach(this::add);
    }

    private void add(CodeItem item) {
        Set<String> all = new LinkedHashSet<>();
        all.addAll(item.label().said());
        all.add(item.code());
        all.addAll(item.synonyms());
        for (String name : all) {
            String folded = Fold.of(name);
            longest = Math.max(longest, folded.length());
            add(names, folded, item.code());
            add(looseNames, loosen.apply(name), item.code());
        }
    }

    private static void add(Map<String, List<String>> index, String name, String code) {
        if (name.isEmpty()) {
            return;
        }
        List<String> codes = index.computeIfAbsent(name, none -> new ArrayList<>(1));
        if (!codes.contains(code)) {
            codes.add(code);
        }
    }

    /** Codes of the items that go by this name: as it stands, else loosely, else in simplified characters. */
    List<String> named(String text) {
        String folded = Fold.of(text);
        // A loose form leaves out a joining word or two.
        if (folded.isEmpty() || folded.length() > longest + MOST_LEFT_OUT) {
            return List.of();
        }
        List<String> found = names.get(folded);
        if (found == null) {
            found = looseNames.getOrDefault(loosen.apply(text), List.of());
        }
        if (found.isEmpty() && Fold.hasHan(text)) {
            String simplified = Fold.simplified(text);
            return simplified.equals(text) ? found : named(simplified);
        }
        return List.copyOf(found);
    }

    /** Codes of the items with a name that has {@code words} in it: whole names first, then beginnings, then the rest. */
    List<String> containing(String words) {
        String folded = Fold.of(Fold.simplified(words));
        Map<String, Integer> ranks = new LinkedHashMap<>();
        names.forEach((name, codes) -> {
            int at = name.indexOf(folded);
            if (at >= 0) {
                int rank = name.length() == folded.length() ? 0 : at == 0 ? 1 : 2;
                codes.forEach(code -> ranks.merge(code, rank, Math::min));
            }
        });
        return ranks.entrySet().stream()
                .sorted(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .toList();
    }
}
