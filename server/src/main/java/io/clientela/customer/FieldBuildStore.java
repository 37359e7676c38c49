package io.clientela.customer;

import io.clientela.kit.fields.Field;
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
            insert into customer.field_build (record, key, found_anew, catalogue_version, asked_at)
            values (:record, :key, :anew, :version, :at)
            returning build_id
            """;

    private static final String FIND = """
            select b.build_id, b.record, b.key, b.found_anew, b.catalogue_version, b.after_file, b.files_done
            from customer.field_build b
            where b.build_id = :id
            """;

    private static final String REACHED = """
            update customer.field_build
            set after_file = :after,
                files_done = :done
            where build_id = :id
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

    private static final String TEXTS = "";
    private static final String NUMBERS = "_number";
    private static final String MANY = "_many";
    private static final List<String> ENDINGS = List.of(TEXTS, NUMBERS, MANY);

    private final JdbcClient sql;
    private final DSLContext dsl;

    FieldBuildStore(JdbcClient sql, DSLContext dsl) {
        this.sql = sql;
        this.dsl = dsl;
    }

    long insert(Field field, boolean foundAnew, long version, Instant at) {
        return sql.sql(INSERT)
                .param("record", field.record())
                .param("key", field.key())
                .param("anew", foundAnew)
                .param("version", version)
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
                        row.getBoolean("found_anew"),
                        row.getLong("catalogue_version"),
                        row.getLong("after_file"),
                        row.getLong("files_done")))
                .optional();
    }

    /** In the transaction of the files up to there. */
    void reached(long id, long after, long done) {
        sql.sql(REACHED)
                .param("after", after)
                .param("done", done)
                .param("id", id)
                .update();
    }

    /**
     * Outside any transaction, so that nobody has to wait: an index that is missing or broken is built beside the work, and one the
     * field had as another type goes.
     */
    void build(Field field) {
        String name = name(field.id(), ending(field));
        ENDINGS.stream().filter(ending -> !ending.equals(ending(field))).forEach(ending -> drop(field.id(), ending));
        Optional<Boolean> good = sql.sql(IS_GOOD)
                .param("name", "customer." + name)
                .query(Boolean.class)
                .optional();
        if (good.isPresent() && good.get()) {
            return;
        }
        drop(field.id(), ending(field));
        FieldPlace place = FieldPlace.of(field);
        SQL of = ending(field).equals(MANY)
                ? DSL.sql("gin ({0} jsonb_path_ops)", place.whole())
                : DSL.sql("btree (({0}), file_id)", place.sorted());
        // The table has no second name in the statement of an index.
        String statement = dsl.renderInlined(DSL.sql(
                        "create index concurrently {0} on customer.file using {1} where listed", DSL.name(name), of))
                .replace("f.custom", "custom");
        dsl.execute(statement);
    }

    void drop(Field field) {
        ENDINGS.forEach(ending -> drop(field.id(), ending));
    }

    private void drop(long field, String ending) {
        dsl.execute("drop index concurrently if exists {0}", DSL.name("customer", name(field, ending)));
    }

    private static String name(long field, String ending) {
        return "file_own_" + field + ending;
    }

    /** A field may become another type: an index that compares in another way has another name, so that it isn't taken for this one. */
    private static String ending(Field field) {
        return switch (field.type()) {
            case CHOICES -> MANY;
            case NUMBER, MONEY -> NUMBERS;
            default -> TEXTS;
        };
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

    /**
     * @param foundAnew whether the files that have a value are found by other means than before
     * @param version of the catalogue that asked for it
     * @param after the last file that was found anew
     * @param done how many were
     */
    record Build(long id, String record, String key, boolean foundAnew, long version, long after, long done) {}
}
