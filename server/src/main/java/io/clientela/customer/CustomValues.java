package io.clientela.customer;

import io.clientela.fields.FieldCatalogue;
import io.clientela.kit.fields.Field;
import io.clientela.platform.Json;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * What {@code customer.file.custom} holds: values of the house's own fields by their lasting ids, canonical texts, several
 * choices as arrays, sealed ones in base64. What this node's catalogue doesn't know yet is left as it is.
 */
@Component
class CustomValues {

    private static final String NOTHING = "{}";
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final FieldCatalogue fields;

    CustomValues(FieldCatalogue fields) {
        this.fields = fields;
    }

    /** Puts what a row holds under the fields' keys. */
    void read(String json, String record, Map<String, Value> values, Map<String, byte[]> sealed) {
        if (NOTHING.equals(json)) {
            return;
        }
        Map<String, Object> held = Json.read(json, VALUES);
        for (Field field : fields.catalogue().ownFields(record)) {
            Object value = held.get(id(field));
            if (value == null) {
                continue;
            }
            if (field.sealed()) {
                sealed.put(field.key(), Base64.getDecoder().decode(value.toString()));
            } else {
                values.put(field.key(), value(value));
            }
        }
    }

    private static Value value(Object held) {
        return held instanceof Collection<?> parts
                ? new Value(parts.stream().map(Object::toString).toList())
                : Value.of(held.toString());
    }

    /** All of a file. */
    String of(FileRow file) {
        Map<String, Object> held = new TreeMap<>();
        for (Field field : fields.catalogue().ownFields(file.record())) {
            put(held, field, file);
        }
        return held.isEmpty() ? NOTHING : Json.write(held);
    }

    /** What of a file's changed fields is to be set and what to be taken out; the rest of the row's values stay. */
    Changes changes(FileRow file, Collection<String> changedKeys) {
        Map<String, Object> set = new TreeMap<>();
        List<String> gone = new ArrayList<>();
        for (Field field : fields.catalogue().ownFields(file.record())) {
            if (changedKeys.contains(field.key()) && !put(set, field, file)) {
                gone.add(id(field));
            }
        }
        return new Changes(Json.write(set), gone);
    }

    private static boolean put(Map<String, Object> held, Field field, FileRow file) {
        if (field.sealed()) {
            byte[] bytes = file.sealed().get(field.key());
            return bytes != null && held.put(id(field), Base64.getEncoder().encodeToString(bytes)) == null;
        }
        Value value = file.values().getOrDefault(field.key(), Value.NONE);
        return !value.isEmpty() && held.put(id(field), field.type().many() ? value.parts() : value.text()) == null;
    }

    private static String id(Field field) {
        return Long.toString(field.id());
    }

    /**
     * @param set a JSON object of values by id
     * @param gone ids of values taken away
     */
    record Changes(String set, List<String> gone) {
        boolean isEmpty() {
            return NOTHING.equals(set) && gone.isEmpty();
        }
    }
}
