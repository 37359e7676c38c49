package io.clientela.customer;

import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.SQL;
import org.jooq.impl.DSL;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Indexes over the house's own fields, and what is known of building them. */
@Repository
class FieldBuildStore {

    private static final String INSERT = """
            insert into customer.field_build (record, key, found_anew, asked_at)
            values (:record, :key, :anew, :at)
            returning build_id
            """;

    private static final String FIND = """
            select b.build_id, b.record, b.key, b.found_anew
            from customer.field_build b
            where b.build_id = :id
            """;

    /** One that was broken off is there but no good. */
    private static final String IS_GOOD = """
            select i.indisvalid
            from pg_catalog.pg_index i
            where i.indexrelid = to_regclass(:name)
            """;

    private static final String NEXT_FILES = """
            select f.file_id
            from customer.file f
            where f.record_type = :record
              and f.file_id > :after
              and jsonb_exists(f.custom, :id)
            order by f.file_id
            limit :limit
            """;

    private final JdbcClient sql;
    private final DSLContext dsl;

    FieldBuildStore(JdbcClient sql, DSLContext dsl) {
        this.sql = sql;
        this.dsl = dsl;
    }

    long insert(Field field, boolean foundAnew, Instant at) {
        return sql.sql(INSERT)
                .param("record", field.record())
                .param("key", field.key())
                .param("anew", foundAnew)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    Optional<Build> find(long id) {
        return sql.sql(FIND)
                .param("id", id)
                .query((row, n) -> new Build(
                        row.getLong("build_id"),
                        row.getString("record"),
                        row.getString("key"),
                        row.getBoolean("found_anew")))
                .optional();
    }

    /** Outside any transaction, so that nobody has to wait: an index that is missing or broken is built beside the work. */
    void build(Field field) {
        String name = name(field);
        Optional<Boolean> good = sql.sql(IS_GOOD)
                .param("name", "customer." + name)
                .query(Boolean.class)
                .optional();
        if (good.isPresent() && good.get()) {
            return;
        }
        drop(field);
        FieldPlace place = FieldPlace.of(field);
        boolean many = field.type() == FieldType.CHOICES;
        SQL of = many
                ? DSL.sql("gin ({0} jsonb_path_ops)", place.whole())
                : DSL.sql("btree (({0}), file_id)", place.sorted());
        // The table has no second name in the statement of an index.
        String statement = dsl.renderInlined(DSL.sql(
                        "create index concurrently {0} on customer.file using {1} where listed", DSL.name(name), of))
                .replace("f.custom", "custom");
        dsl.execute(statement);
    }

    void drop(Field field) {
        dsl.execute("drop index concurrently if exists {0}", DSL.name("customer", name(field)));
    }

    /** Of a type there is one; another type of the same field has another. */
    private static String name(Field field) {
        return "file_own_" + field.id();
    }

    List<Long> filesAfter(Field field, long after, int limit) {
        return sql.sql(NEXT_FILES)
                .param("record", field.record())
                .param("after", after)
                .param("id", Long.toString(field.id()))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** @param foundAnew whether the files that have a value are found by other means than before */
    record Build(long id, String record, String key, boolean foundAnew) {}
}
