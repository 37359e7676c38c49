package io.clientela.customer;

import io.clientela.fields.FieldCatalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.text.SearchTokens;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    SearchStore.Tokens of(long fileId, String record, FileState state, long ownerId, long departmentId) {
        Hashes hashes = new Hashes();
        for (Field field : fields.catalogue().fields(record)) {
            switch (field.type()) {
                case LIST -> ofItems(field, state, hashes);
                default -> ofValue(field, state.value(field.key()), hashes);
            }
        }
        hashes.accept(department(departmentId));
        hashes.accept(owner(ownerId));
        return new SearchStore.Tokens(fileId, ownerId, departmentId, hashes.distinct());
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
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c >= 0x80) {
                return hash(token.getBytes(StandardCharsets.UTF_8));
            }
            hash = (hash ^ c) * 0x01000193;
        }
        return hash;
    }

    private static int hash(byte[] bytes) {
        int hash = 0x811c9dc5;
        for (byte b : bytes) {
            hash = (hash ^ (b & 0xff)) * 0x01000193;
        }
        return hash;
    }

    /** Hashes of the tokens of one file, without an object for each. */
    private static final class Hashes implements Consumer<String> {
        private int[] all = new int[64];
        private int size;

        @Override
        public void accept(String token) {
            if (size == all.length) {
                all = Arrays.copyOf(all, size * 2);
            }
            all[size++] = hash(token);
        }

        int[] distinct() {
            return Arrays.stream(all, 0, size).sorted().distinct().toArray();
        }
    }
}
