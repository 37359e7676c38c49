package io.clientela.kit.fields;

import io.clientela.kit.text.Tidy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the product itself writes of each place, in any of its languages: every one is written differently from all others, so
 * that it is read back as what it was.
 */
final class WrittenPlaces {
    private static final List<String> LANGUAGES = List.of("zh", "en", "es");

    private final CodeList places;
    private final Map<String, String> codes = new HashMap<>();
    private final Set<String> shared = new HashSet<>();

    /** Every place as it is written, by language and code: a page of a list writes fifty of them. */
    private final Map<String, Map<String, String>> written = new HashMap<>();

    WrittenPlaces(CodeList places) {
        this.places = places;
        for (CodeItem item : places.items()) {
            LANGUAGES.forEach(language -> enter(plain(item.code(), language), item.code()));
        }
        for (CodeItem item : places.items()) {
            LANGUAGES.forEach(language -> codes.putIfAbsent(key(told(item.code(), language)), item.code()));
        }
        shared.forEach(codes::remove);
        LANGUAGES.forEach(language -> {
            Map<String, String> paths = new HashMap<>();
            places.items().forEach(item -> paths.put(item.code(), told(item.code(), language)));
            written.put(language, paths);
        });
    }

    private void enter(String path, String code) {
        String other = codes.putIfAbsent(key(path), code);
        boolean alone = places.candidates(path).stream().allMatch(named -> places.within(named, code));
        if ((other != null && !other.equals(code)) || !alone) {
            shared.add(key(path));
        }
    }

    /** The place that is written like this. */
    Optional<String> read(String path) {
        return Optional.ofNullable(codes.get(key(path)));
    }

    /** With its code where another place is called the same. */
    String path(String code, String language) {
        String known = written.getOrDefault(language, Map.of()).get(code);
        return known == null ? told(code, language) : known;
    }

    private String told(String code, String language) {
        String plain = plain(code, language);
        return shared.contains(key(plain)) ? path(code, language, " (" + code + ")") : plain;
    }

    private String plain(String code, String language) {
        return path(code, language, "");
    }

    private String path(String code, String language, String addition) {
        boolean downwards = language.equals("zh");
        List<String> names = new ArrayList<>();
        for (CodeItem item : places.line(code)) {
            boolean itself = item.code().equals(code);
            boolean home = downwards && item.code().equals("CN");
            boolean sameAsBelow = places.children(item.code()).size() == 1;
            if (itself || (!home && !sameAsBelow)) {
                names.add(item.label().in(language) + (itself ? addition : ""));
            }
        }
        return names.isEmpty() ? code : downwards ? String.join(" ", names) : String.join(", ", names.reversed());
    }

    /** Sheets and forms change widths and spaces on the way. */
    private static String key(String path) {
        return Tidy.line(path);
    }
}
