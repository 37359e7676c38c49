package io.clientela.kit.fields;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the tables shipped in {@code lists/}: tab separated, lines beginning with # are remarks. */
final class Tsv {
    private Tsv() {}

    static List<String[]> rows(String name) {
        try (InputStream in = Tsv.class.getResourceAsStream("lists/" + name + ".tsv")) {
            if (in == null) {
                throw new IllegalStateException("no list " + name);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Items of a table with the columns code, parent, zh, en, es, synonyms. */
    static List<CodeItem> items(String name) {
        return rows(name).stream()
                .map(row -> new CodeItem(row[0], row[1], new Texts(row[2], row[3], row[4]), synonyms(row[5])))
                .toList();
    }

    static List<String> synonyms(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(";"));
    }
}
