package io.clientela.customer;

import io.clientela.kit.fields.Field;
import io.clientela.platform.Json;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Counts what the files and the items of their lists say of a field, no further than asked. */
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

    long files(String record, int most) {
        return count(FILE, RECORD.eq(record), most);
    }

    long filled(Field field, int most) {
        return count(FILE, has(field), most);
    }

    /** Files that say nothing of a field. */
    long silent(Field field, int most) {
        return count(FILE, RECORD.eq(field.record()).and(FieldPlace.of(field).empty()), most);
    }

    private long count(Table<?> from, Condition where, int most) {
        return dsl.fetchCount(DSL.select(DSL.one()).from(from).where(where).limit(most));
    }

    boolean any(Field field) {
        return dsl.fetchExists(DSL.select(DSL.one()).from(FILE).where(has(field)));
    }

    long filesSaying(Field field, String code, int most) {
        return count(FILE, RECORD.eq(field.record()).and(FieldPlace.of(field).equal(code)), most);
    }

    /** What so many files say, each different value with how many of them say it. */
    List<Said> said(Field field, int files) {
        Table<Record1<String>> some = DSL.select(FieldPlace.of(field).text().as("said"))
                .from(FILE)
                .where(has(field))
                .limit(files)
                .asTable("some");
        org.jooq.Field<String> text = DSL.field(DSL.name("some", "said"), String.class);
        return dsl.select(text, DSL.count())
                .from(some)
                .groupBy(text)
                .fetch(row -> new Said(row.value1(), row.value2()));
    }

    private static Condition has(Field field) {
        return RECORD.eq(field.record()).and(DSL.not(FieldPlace.of(field).empty()));
    }

    long filledItems(List<String> lists, String key, int most) {
        return count(ITEM, hasPart(lists, key), most);
    }

    boolean anyItem(List<String> lists, String key) {
        return dsl.fetchExists(DSL.select(DSL.one()).from(ITEM).where(hasPart(lists, key)));
    }

    long itemsSaying(List<String> lists, String key, String code, int most) {
        Condition says =
                DSL.condition("i.parts @> cast({0} as jsonb)", DSL.val(Json.write(Map.of(key, List.of(code)))));
        return count(ITEM, LIST.in(lists).and(says), most);
    }

    private static Condition hasPart(List<String> lists, String key) {
        return LIST.in(lists).and("jsonb_exists(i.parts, {0})", DSL.val(key));
    }

    record Said(String text, long count) {}
}
