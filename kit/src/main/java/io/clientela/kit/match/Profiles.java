package io.clientela.kit.match;

import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import io.clientela.kit.fields.Matching;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes profiles of the records of one type, by what the catalogue says each field says. */
public final class Profiles {

    private final String type;
    private final List<Read> reads;

    /** @param path as an importer names it: {@code mobile}, of a list {@code contacts.mobile} */
    private record Read(String path, Field field) {}

    public Profiles(Catalogue catalogue, String type) {
        this.type = type;
        List<Read> found = new ArrayList<>();
        for (Field field : catalogue.fields(type)) {
            if (field.type() == FieldType.LIST) {
                for (Field item : catalogue.fields(field.codeList())) {
                    add(found, field.key() + "." + item.key(), item);
                }
            } else {
                add(found, field.key(), field);
            }
        }
        this.reads = List.copyOf(found);
    }

    private static void add(List<Read> reads, String path, Field field) {
        if (field.matching() != Matching.NONE && !field.retired()) {
            reads.add(new Read(path, field));
        }
    }

    /** The paths whose values a profile is made of. */
    public List<String> paths() {
        return reads.stream().map(Read::path).toList();
    }

    /** The profile of a record by its canonical values, one for each path. */
    public Profile of(Map<String, String> values) {
        return of(path -> {
            String value = values.getOrDefault(path, "");
            return value.isEmpty() ? List.of() : List.of(value);
        });
    }

    /** The same where a path has several values, one for each item of its list. */
    public Profile of(Function<String, List<String>> values) {
        Map<Matching, List<String>> roles = new EnumMap<>(Matching.class);
        for (Read read : reads) {
            for (String value : values.apply(read.path())) {
                if (!value.isEmpty()) {
                    roles.computeIfAbsent(read.field().matching(), none -> new ArrayList<>())
                            .add(read.field().matching() == Matching.DOCUMENT ? document(read, value, values) : value);
                }
            }
        }
        return new Profile(type, roles);
    }

    /** The field itself is the kind, unless the record says which document it is. */
    private String document(Read read, String value, Function<String, List<String>> values) {
        String kind = read.field().key();
        for (Read other : reads) {
            if (other.field().matching() == Matching.DOCUMENT_TYPE) {
                List<String> types = values.apply(other.path());
                kind = types.isEmpty() ? kind : types.getFirst();
            }
        }
        return kind + Profile.OPEN + value;
    }
}
