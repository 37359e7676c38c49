package io.clientela.customer;

import io.clientela.fields.FieldCatalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.text.SearchTokens;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * What a file is found by: the catalogue's searchable fields as tokens, hashed to 32 bits to keep the index small. Department
 * and owner are tokens too, so that a narrow scope narrows the index scan; a hash may collide, so whoever searches rechecks
 * text and scope.
 */
@Component
public class FileTokens {

    private final FieldCatalogue fields;

    FileTokens(FieldCatalogue fields) {
        this.fields = fields;
    }

    int[] of(String record, FileState state, long ownerId, long departmentId) {
        Set<Integer> tokens = new HashSet<>();
        Consumer<String> collector = token -> tokens.add(hash(token));
        for (Field field : fields.catalogue().fields(record)) {
            switch (field.type()) {
                case LIST -> ofItems(field, state, collector);
                default -> ofValue(field, state.value(field.key()), collector);
            }
        }
        tokens.add(hash(department(departmentId)));
        tokens.add(hash(owner(ownerId)));
        return tokens.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private void ofItems(Field list, FileState state, Consumer<String> collector) {
        List<Field> parts = fields.catalogue().fields(list.codeList());
        for (Map<String, Value> item : state.items(list.key()).values()) {
            parts.forEach(part -> ofValue(part, item.getOrDefault(part.key(), Value.NONE), collector));
        }
    }

    private static void ofValue(Field field, Value value, Consumer<String> collector) {
        if (value.isEmpty() || field.sealed()) {
            return;
        }
        switch (field.search()) {
            case NAME -> SearchTokens.ofName(value.text(), collector);
            case PHONE -> SearchTokens.ofPhone(value.text(), collector);
            case EMAIL -> SearchTokens.ofEmail(value.text(), collector);
            case EXACT, NONE -> {
                // Found by keyed hash, or not at all.
            }
        }
    }

    public static String department(long id) {
        return "d:" + id;
    }

    public static String owner(long id) {
        return "o:" + id;
    }

    /** FNV-1a, 32 bits, over the token's UTF-8. */
    public static int hash(String token) {
        int hash = 0x811c9dc5;
        for (byte b : token.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x01000193;
        }
        return hash;
    }
}
