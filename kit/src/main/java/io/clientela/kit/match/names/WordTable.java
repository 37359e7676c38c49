package io.clientela.kit.match.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the word lists shipped beside this package; lines beginning with # are remarks. */
final class WordTable {

    private WordTable() {}

    static List<String> lines(String name) {
        try (InputStream in = WordTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of the form {@code key = values}, in order. */
    static Map<String, String> entries(String name) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String line : lines(name)) {
            int equals = line.indexOf('=');
            entries.put(line.substring(0, equals).strip(), line.substring(equals + 1));
        }
        return entries;
    }

    static List<String> items(String cell) {
        return Arrays.stream(cell.split(";"))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
