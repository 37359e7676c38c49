package io.clientela.kit.match;

import io.clientela.kit.fields.Matching;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A record as matching sees it: canonical values by what they say. Documents are {@code kind:number}; one known only by its
 * keyed hash is {@code kind#hash} and can be equal to another hash, never close.
 */
public record Profile(String type, Map<Matching, List<String>> values) {

    static final char OPEN = ':';
    static final char BLIND = '#';

    public Profile {
        Map<Matching, List<String>> copy = new EnumMap<>(Matching.class);
        values.forEach((role, each) -> copy.put(role, List.copyOf(each)));
        values = copy;
    }

    /** Those of one role, in the order of the catalogue; empty where the record says nothing. */
    public List<String> all(Matching role) {
        return values.getOrDefault(role, List.of());
    }

    /** The first of one role, empty where there is none. */
    public String first(Matching role) {
        List<String> all = all(role);
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** The same with a document known only by its keyed hash. */
    public Profile blind(String kind, String hash) {
        Map<Matching, List<String>> more = new EnumMap<>(Matching.class);
        more.putAll(values);
        List<String> documents = new ArrayList<>(all(Matching.DOCUMENT));
        documents.add(kind + BLIND + hash);
        more.put(Matching.DOCUMENT, documents);
        return new Profile(type, more);
    }
}
