package io.clientela.kit.match.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Forms of one given name: Bob and Robert, Pepe and José, Ma. and María. A form may belong to several names. */
public final class Nicknames {

    private static final Map<String, List<Integer>> GROUPS = read();

    private Nicknames() {}

    /** Whether both folded forms are used for one and the same name. */
    public static boolean same(String a, String b) {
        List<Integer> first = GROUPS.get(a);
        List<Integer> second = first == null ? null : GROUPS.get(b);
        return first != null && second != null && !Collections.disjoint(first, second);
    }

    private static Map<String, List<Integer>> read() {
        Map<String, List<Integer>> groups = new HashMap<>();
        try (InputStream in = Nicknames.class.getResourceAsStream("nicknames.txt")) {
            if (in == null) {
                throw new IllegalStateException("missing resource nicknames.txt");
            }
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                    .toList();
            for (int i = 0; i < lines.size(); i++) {
                for (String form : lines.get(i).split(",", -1)) {
                    groups.computeIfAbsent(form.strip(), none -> new ArrayList<>())
                            .add(i);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return groups;
    }
}
