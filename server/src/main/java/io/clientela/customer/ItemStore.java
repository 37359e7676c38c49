package io.clientela.customer;

import io.clientela.platform.Bundle;
import io.clientela.platform.Bundle.Answer;
import io.clientela.platform.Copy;
import io.clientela.platform.CopyRows;
import io.clientela.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Items of the files' lists, such as contact persons. */
@Repository
class ItemStore {

    private static final TypeReference<Map<String, List<String>>> PARTS = new TypeReference<>() {};

    private static final String NEXT_IDS = """
            select nextval('customer.item_seq')
            from generate_series(1, :count)
            """;

    private static final String COPY = """
            copy customer.item (item_id, file_id, head_id, list_key, position, parts)
            from stdin (format binary)
            """;

    /** Planned once, however many there are. */
    private static final String OF_FILES = """
            select i.item_id, i.file_id, i.head_id, i.list_key, i.parts
            from customer.item i
            where i.head_id = any(cast((select cast(:ids as bigint[])) as bigint[]))
            order by i.head_id, i.list_key, i.item_id
            """;

    private static final String SAID = """
            select i.item_id, i.parts
            from customer.item i
            where i.item_id = any(:ids)
            """;

    private static final String UPDATE = """
            update customer.item
            set parts = cast(:parts as jsonb)
            where item_id = :item
              and file_id = :file
            """;

    private static final String REMOVE = """
            delete from customer.item i
            where i.item_id = any(:items)
              and i.file_id = :file
            """;

    private final JdbcClient sql;
    private final Copy copy;

    ItemStore(JdbcClient sql, Copy copy) {
        this.sql = sql;
        this.copy = copy;
    }

    List<Long> nextIds(int count) {
        return count == 0
                ? List.of()
                : sql.sql(NEXT_IDS).param("count", count).query(Long.class).list();
    }

    static void layOut(CopyRows rows, Item item) {
        rows.row(6)
                .bigint(item.itemId())
                .bigint(item.fileId())
                .bigint(item.fileId())
                .text(item.list())
                .integer(item.position())
                .jsonb(json(item.parts()));
    }

    void insertAll(CopyRows rows) {
        copy.in(COPY, rows);
    }

    /** Those of all files that belong to these heads. */
    List<Item> of(Collection<Long> fileIds) {
        if (fileIds.isEmpty()) {
            return List.of();
        }
        return sql.sql(OF_FILES)
                .param("ids", fileIds.toArray(Long[]::new))
                .query(ItemStore::read)
                .list();
    }

    /** The same with what else a bundle asks. */
    Answer<Item> of(Collection<Long> fileIds, Bundle bundle) {
        return bundle.sql(OF_FILES).param("ids", fileIds.toArray(Long[]::new)).ask(ItemStore::read);
    }

    private static Item read(ResultSet row, int place) throws SQLException {
        return new Item(
                row.getLong("item_id"),
                row.getLong("file_id"),
                row.getLong("head_id"),
                row.getString("list_key"),
                place,
                parts(row.getString("parts")));
    }

    /** What these items say, by their ids. */
    Map<Long, Map<String, Value>> parts(Collection<Long> itemIds) {
        Map<Long, Map<String, Value>> parts = new HashMap<>();
        if (!itemIds.isEmpty()) {
            sql.sql(SAID).param("ids", itemIds.toArray(Long[]::new)).query(row -> {
                parts.put(row.getLong("item_id"), parts(row.getString("parts")));
            });
        }
        return parts;
    }

    void update(Item item) {
        sql.sql(UPDATE)
                .param("parts", json(item.parts()))
                .param("item", item.itemId())
                .param("file", item.fileId())
                .update();
    }

    void remove(long fileId, Collection<Long> items) {
        sql.sql(REMOVE)
                .param("items", items.toArray(Long[]::new))
                .param("file", fileId)
                .update();
    }

    private static String json(Map<String, Value> parts) {
        Map<String, List<String>> texts = new TreeMap<>();
        parts.forEach((key, value) -> texts.put(key, value.parts()));
        return Json.write(texts);
    }

    private static Map<String, Value> parts(String json) {
        Map<String, Value> parts = new TreeMap<>();
        Json.read(json, PARTS).forEach((key, texts) -> parts.put(key, new Value(texts)));
        return parts;
    }

    record Item(long itemId, long fileId, long headId, String list, int position, Map<String, Value> parts) {

        Item(long itemId, long fileId, String list, int position, Map<String, Value> parts) {
            this(itemId, fileId, fileId, list, position, parts);
        }

        /** Every item a file says, with its place in its list. */
        static void of(long fileId, FileState state, Consumer<Item> consumer) {
            state.lists().forEach((list, ofList) -> {
                int position = 0;
                for (Map.Entry<Long, Map<String, Value>> item : ofList.entrySet()) {
                    consumer.accept(new Item(item.getKey(), fileId, list, position++, item.getValue()));
                }
            });
        }
    }
}
