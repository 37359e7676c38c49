package io.clientela.kit.fields;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The choices of a field, perhaps in a tree, and which of them a text means; immutable, looked up by hash. In an open list any
 * text is a choice of its own.
 */
public final class CodeList {
    private final String key;
    private final boolean open;
    private final Style style;
    private final Map<String, CodeItem> items = new LinkedHashMap<>();
    private final Map<String, List<CodeItem>> children = new HashMap<>();
    private final NameIndex names;

    /**
     * How names of a list are compared.
     *
     * @param loosen form of a name in which it is tried where it matches nothing as it stands
     * @param country country an item belongs to, empty where it belongs to none
     * @param narrowest whether of an item and its only child of the same name the child is meant
     */
    record Style(UnaryOperator<String> loosen, UnaryOperator<String> country, boolean narrowest) {
        static final Style PLAIN = new Style(Fold::loosely, code -> "", false);
    }

    CodeList(String key, boolean open, Style style, List<CodeItem> declared) {
        this.key = key;
        this.open = open;
        this.style = style;
        for (CodeItem item : declared) {
            if (items.put(item.code(), item) != null) {
                throw new IllegalArgumentException(key + " has " + item.code() + " twice");
            }
            children.computeIfAbsent(item.parent(), none -> new ArrayList<>()).add(item);
        }
        children.replaceAll((code, below) -> List.copyOf(below));
        names = new NameIndex(style.loosen(), items.values());
    }

    /** An item of a known code takes that one's place, others come last; where all known ones are there, they were put in this order. */
    CodeList with(List<CodeItem> more) {
        Set<String> codes = more.stream().map(CodeItem::code).collect(Collectors.toSet());
        Map<String, CodeItem> all =
                codes.containsAll(items.keySet()) ? new LinkedHashMap<>() : new LinkedHashMap<>(items);
        more.forEach(item -> all.put(item.code(), item));
        return new CodeList(key, open, style, List.copyOf(all.values()));
    }

    public String key() {
        return key;
    }

    public boolean open() {
        return open;
    }

    /** All items, in the order to show them. */
    public List<CodeItem> items() {
        return List.copyOf(items.values());
    }

    public Optional<CodeItem> item(String code) {
        return Optional.ofNullable(items.get(code));
    }

    /** Items right below one; with the empty code those at the top. */
    public List<CodeItem> children(String code) {
        return children.getOrDefault(code, List.of());
    }

    public boolean leaf(String code) {
        return !children.containsKey(code);
    }

    /** The item itself and all below it: what a filter by it must match. */
    public Set<String> below(String code) {
        Set<String> found = new LinkedHashSet<>();
        found.add(code);
        children(code).forEach(child -> found.addAll(below(child.code())));
        return found;
    }

    /** From the top down to the item itself; empty for an unknown code. */
    public List<CodeItem> line(String code) {
        List<CodeItem> line = new ArrayList<>();
        CodeItem each = items.get(code);
        while (each != null) {
            line.addFirst(each);
            each = items.get(each.parent());
        }
        return List.copyOf(line);
    }

    /** Whether {@code code} is {@code above} or lies anywhere below it. */
    public boolean within(String code, String above) {
        CodeItem each = items.get(code);
        while (each != null) {
            if (each.code().equals(above)) {
                return true;
            }
            each = items.get(each.parent());
        }
        return false;
    }

    /** The name of an item; the code itself where it is none of the list, as in an open list. */
    public String label(String code, String language) {
        CodeItem item = items.get(code);
        return item == null ? code : item.label().in(language);
    }

    /** What a text means; {@code country} (ISO 3166 alpha-2, may be empty) decides between namesakes. */
    public Resolution resolve(String text, String country) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return new Resolution.Unknown();
        }
        if (items.containsKey(stripped)) {
            return new Resolution.Found(stripped);
        }
        List<String> found = candidates(stripped);
        if (found.isEmpty()) {
            return open ? new Resolution.Found(stripped) : new Resolution.Unknown();
        }
        return narrow(found, country.isEmpty() && Fold.hasHan(stripped) ? "CN" : country);
    }

    /** All items a text can mean. */
    List<String> candidates(String text) {
        return names.named(text);
    }

    /** Items with a name, in any language, that has {@code words} in it; the closest first, and of those the highest. */
    public List<CodeItem> search(String words, int limit) {
        if (words.isBlank()) {
            return items().stream().limit(limit).toList();
        }
        return names.containing(words).stream()
                .limit(limit)
                .map(items::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The one meant among namesakes: of the country, then of no country's, then the one above all others. */
    Resolution narrow(List<String> candidates, String country) {
        List<String> left = candidates;
        if (left.size() > 1) {
            left = preferred(left, country);
        }
        if (left.size() > 1) {
            left = preferred(left, "");
        }
        if (left.size() == 1) {
            return new Resolution.Found(left.getFirst());
        }
        return left.isEmpty()
                ? new Resolution.Unknown()
                : top(left).<Resolution>map(Resolution.Found::new).orElse(new Resolution.Ambiguous(left));
    }

    private List<String> preferred(List<String> candidates, String country) {
        List<String> own = candidates.stream()
                .filter(code -> style.country().apply(code).equals(country))
                .toList();
        return own.isEmpty() ? candidates : own;
    }

    private Optional<String> top(List<String> candidates) {
        Optional<String> top = candidates.stream()
                .filter(each -> candidates.stream().allMatch(other -> within(other, each)))
                .findFirst();
        return style.narrowest() ? top.map(each -> descend(each, candidates)) : top;
    }

    private String descend(String code, List<String> candidates) {
        List<CodeItem> below = children(code);
        boolean sole = below.size() == 1 && candidates.contains(below.getFirst().code());
        return sole ? descend(below.getFirst().code(), candidates) : code;
    }
}
