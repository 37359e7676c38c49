package io.clientela.customer;

import io.clientela.kit.fields.Field;
import io.clientela.platform.Json;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Counts what the files and the items of their lists say of a field. */
@Repository
class FieldUseStore {

    private static final Table<?> FILE = DSL.table(DSL.name("customer", "file")).as("f");
    private static final Table<?> ITEM = DSL.table(DSL.name("customer", "item")).as("i");
    private static final org.jooq.Field<String> RECORD = DSL.field(DSL.name("f", "record_type"), String.class);
    private static final org.jooq.Field<String> LIST = DSL.field(DSL.name("i", "list_key"), String.class);

    private final DSLContext dsl;

    FieldUseStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    long files(String record) {
        return dsl.fetchCount(DSL.select(DSL.one()).from(FILE).where(RECORD.eq(record)));
    }

    long filled(Field field) {
        return dsl.fetchCount(DSL.select(DSL.one()).from(FILE).where(has(field)));
    }

    boolean any(Field field) {
        return dsl.fetchExists(DSL.select(DSL.one()).from(FILE).where(has(field)));
    }

    long filesSaying(Field field, String code) {
        return dsl.fetchCount(DSL.select(DSL.one())
                .from(FILE)
                .where(RECORD.eq(field.record()))
                .and(FieldPlace.of(field).equal(code)));
    }

    /** Each different value with how many files say it. */
    List<Said> said(Field field, int most) {
        org.jooq.Field<String> text = FieldPlace.of(field).text();
        return dsl.select(text, DSL.count())
                .from(FILE)
                .where(has(field))
                .groupBy(text)
                .limit(most)
                .fetch(row -> new Said(row.value1(), row.value2()));
    }

    private static Condition has(Field field) {
        return RECORD.eq(field.record()).and(DSL.not(FieldPlace.of(field).empty()));
    }

    long filledItems(List<String> lists, String key) {
        return dsl.fetchCount(DSL.select(DSL.one()).from(ITEM).where(hasPart(lists, key)));
    }

    boolean anyItem(List<String> lists, String key) {
        return dsl.fetchExists(DSL.select(DSL.one()).from(ITEM).where(hasPart(lists, key)));
    }

    long itemsSaying(List<String> lists, String key, String code) {
        return dsl.fetchCount(DSL.select(DSL.one())
                .from(ITEM)
                .where(LIST.in(lists))
                .and("i.parts @> cast({0} as jsonb)", DSL.val(Json.write(Map.of(key, List.of(code))))));
    }

    private static Condition hasPart(List<String> lists, String key) {
        return LIST.in(lists).and("jsonb_exists(i.parts, {0})", DSL.val(key));
    }

    record Said(String text, long count) {}
}
