package io.clientela.matching;

import io.clientela.platform.Copy;
import io.clientela.platform.CopyRows;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Under which hashes customers are looked for. */
@Repository
class LookedForStore {

    /** What more customers share than these tells nothing. */
    private static final int COMMON = 300;

    private static final int COUNTED = 10_000;

    /** Of so many keys it is worth while to have the index sorted first. */
    private static final int MANY = 50;

    private static final String COPY = """
            copy matching.looked_for (file_id, head_id, record_type, keys, compared)
            from stdin (format binary)
            """;

    private static final String COPY_UNCOMPARED = """
            copy matching.uncompared (file_id, head_id, record_type)
            from stdin (format binary)
            """;

    private static final String FORGET = """
            with waiting as (
              delete from matching.uncompared u
              where u.file_id = any(:ids)
            )
            delete from matching.looked_for l
            where l.file_id = any(:ids)
            """;

    private static final String TELLING = """
            select k.key
            from unnest(:keys) as k (key)
            where not exists (
              select 1
              from matching.common_key c
              where c.key = k.key)
            """;

    /**
     * Key by key, since the database reads the whole table for many keys at once; of each no more than say that it tells nothing, which
     * isn't known yet of a key that has become common since these were looked for.
     */
    private static final String HELD = """
            with held as (
              select w.key, l.head_id, count(*) over (partition by w.key) as holders
              from unnest(:keys) as w (key)
              cross join lateral (
                select l.head_id
                from matching.looked_for l
                where l.keys @> array[w.key]
                  and l.record_type = :record
                limit 301) as l)
            """;

    private static final String HOLDERS = HELD + """
            select h.key, h.head_id
            from held h
            where h.holders <= :common
            order by h.holders, h.key, h.head_id
            limit :limit
            """;

    private static final String FIND = HELD + """
            select h.head_id
            from held h
            where h.holders <= :common
            group by h.head_id
            order by min(h.holders), h.head_id
            limit :limit
            """;

    /** What was added lately waits in a list that is read for each key; sorted in, it is read once. */
    private static final String SORT_IN = """
            select gin_clean_pending_list('matching.looked_for_keys'::regclass)
            """;

    private static final String COUNT = """
            select count(*)
            from matching.looked_for l
            """;

    /** As the database estimates it, and counted while it is small, when it matters and the estimate is far off. */
    private static final String ABOUT = """
            select greatest(c.reltuples::bigint, (
                select count(*)
                from (
                  select 1
                  from matching.looked_for l
                  limit :counted) as first))
            from pg_catalog.pg_class c
            where c.oid = 'matching.looked_for'::regclass
            """;

    private static final String UNCOMPARED = """
            select count(*)
            from (
              select 1
              from matching.uncompared u
              limit :most) as waiting
            """;

    private static final String COMPARED = """
            delete from matching.uncompared u
            where u.record_type = :record
              and u.file_id <= :last
            """;

    private static final String FORGET_COMMON = """
            delete from matching.common_key
            """;

    private static final String FIND_COMMON = """
            insert into matching.common_key (key)
            select k.key
            from matching.looked_for l
            cross join lateral unnest(l.keys) as k (key)
            group by k.key
            having count(*) > :common
            """;

    private final JdbcClient sql;
    private final Copy copy;

    LookedForStore(JdbcClient sql, Copy copy) {
        this.sql = sql;
        this.copy = copy;
    }

    void forget(Collection<Long> files) {
        sql.sql(FORGET).param("ids", files.toArray(Long[]::new)).update();
    }

    /** Those that aren't compared with the rest at once wait for the next run. */
    void insert(List<Keyed> files, boolean compared) {
        CopyRows rows = new CopyRows();
        CopyRows waiting = new CopyRows();
        for (Keyed file : files) {
            rows.row(5)
                    .bigint(file.fileId())
                    .bigint(file.fileId())
                    .text(file.record())
                    .integers(file.keys())
                    .bool(true);
            if (!compared) {
                waiting.row(3).bigint(file.fileId()).bigint(file.fileId()).text(file.record());
            }
        }
        copy.in(COPY, rows);
        copy.in(COPY_UNCOMPARED, waiting);
    }

    /** Customers with one of these keys, those with the rarest first, as long as a key isn't one that very many have. */
    List<Long> find(String record, Collection<Integer> keys, int limit) {
        Integer[] telling = telling(keys);
        return telling.length == 0
                ? List.of()
                : asked(FIND, telling, record, limit).query(Long.class).list();
    }

    /** The same for the keys of many: which customer has which of them. */
    List<Holder> holders(String record, Collection<Integer> keys, int limit) {
        Integer[] telling = telling(keys);
        if (telling.length > MANY) {
            sql.sql(SORT_IN).query(Long.class).single();
        }
        return telling.length == 0
                ? List.of()
                : asked(HOLDERS, telling, record, limit)
                        .query((row, n) -> new Holder(row.getInt("key"), row.getLong("head_id")))
                        .list();
    }

    private Integer[] telling(Collection<Integer> keys) {
        return sql.sql(TELLING)
                .param("keys", keys.toArray(Integer[]::new))
                .query(Integer.class)
                .list()
                .toArray(Integer[]::new);
    }

    private JdbcClient.StatementSpec asked(String statement, Integer[] keys, String record, int limit) {
        return sql.sql(statement)
                .param("keys", keys)
                .param("record", record)
                .param("common", COMMON)
                .param("limit", limit);
    }

    /** How many there are, roughly. */
    long about() {
        return sql.sql(ABOUT).param("counted", COUNTED).query(Long.class).single();
    }

    long count() {
        return sql.sql(COUNT).query(Long.class).single();
    }

    /** How many weren't compared with all others yet, counted up to a bound. */
    long uncompared(int most) {
        return sql.sql(UNCOMPARED).param("most", most).query(Long.class).single();
    }

    /** Those up to this customer have been. */
    void compared(String record, long last) {
        sql.sql(COMPARED).param("record", record).param("last", last).update();
    }

    /** Looks anew which keys very many have. */
    void findCommon() {
        sql.sql(FORGET_COMMON).update();
        sql.sql(FIND_COMMON).param("common", COMMON).update();
    }

    /** A customer that has a key. */
    record Holder(int key, long fileId) {}

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Keyed(long fileId, String record, int[] keys) {}
}
