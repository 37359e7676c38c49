package io.clientela.customer;

import io.clientela.customer.Cursors.Position;
import io.clientela.kernel.Scope;
import io.clientela.kit.fields.FieldType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/**
 * Pages and hits of {@code customer.file}. A scope becomes ordered branches that are merged, never an OR over columns, so that
 * each branch reads its index in order.
 */
@Repository
class ListStore {

    static final int CANDIDATES = 1_000;
    static final int COUNTED = 10_000;

    /** So many times what would fill a page are asked of many departments together. */
    private static final int SPARE = 3;

    private static final Table<?> FILE = DSL.table(DSL.name("customer", "file")).as("f");
    private static final Table<?> ALIAS =
            DSL.table(DSL.name("customer", "file")).as("a");
    private static final Field<Long> ID = DSL.field(DSL.name("f", "file_id"), Long.class);
    private static final Field<Long> HEAD = DSL.field(DSL.name("f", "head_id"), Long.class);
    private static final Field<String> NUMBER = DSL.field(DSL.name("f", "number"), String.class);
    /** Any number a file is found by. */
    private static final Field<String> ALIAS_NUMBER = DSL.field(DSL.name("a", "number"), String.class);

    private static final Field<Long> ALIAS_HEAD = DSL.field(DSL.name("a", "head_id"), Long.class);
    private static final Field<String> RECORD = DSL.field(DSL.name("f", "record_type"), String.class);
    private static final Field<byte[]> SORT = DSL.field(DSL.name("f", "name_sort"), byte[].class);
    private static final Field<Long> OWNER = DSL.field(DSL.name("f", "owner_id"), Long.class);
    private static final Field<Long> DEPARTMENT = DSL.field(DSL.name("f", "department_id"), Long.class);
    private static final Condition LISTED = DSL.condition("f.listed");
    /** Written out, so that the indexes of the pool are seen to fit. */
    static final Condition UNOWNED = DSL.condition("f.owner_id = 0");

    private final DSLContext dsl;
    private final FileStore files;
    private final FileRows rows;
    private final Field<?> columns;

    ListStore(DSLContext dsl, FileStore files, FileRows rows) {
        this.dsl = dsl;
        this.files = files;
        this.rows = rows;
        this.columns = DSL.field(rows.selectList());
    }

    /** Ids in order, at most {@code limit}. */
    List<Keyed> page(Scope scope, Condition filter, String sort, Position after, int limit) {
        Order order = Order.of(sort);
        Condition wanted = wanted(filter, after, order);
        IntFunction<Param<Integer>> written = written(filter);
        return switch (scope) {
            case Scope.None none -> List.of();
            case Scope.All all -> keyed(branch(wanted, order, written.apply(limit)));
            case Scope.Own own -> keyed(branch(wanted.and(OWNER.eq(own.userId())), order, written.apply(limit)));
            case Scope.Departments departments -> of(departments, wanted, order, limit, written);
        };
    }

    /**
     * A limit that is written out lets one plan serve all pages: one that isn't known counts as a tenth of everything, so that each page
     * is planned anew, which takes longer than reading it. A filter is better planned by what it asks for. Conditions are compared by
     * writing them out, so once for a page.
     */
    private static IntFunction<Param<Integer>> written(Condition filter) {
        return filter.equals(DSL.noCondition()) ? DSL::inline : DSL::val;
    }

    private static List<Keyed> keyed(Select<Record2<Long, byte[]>> page) {
        return page.fetch(row -> new Keyed(row.value1(), row.value2()));
    }

    /** A few of each of many departments are nearly always a page; where one runs out of its few too early, all are asked for a page. */
    private List<Keyed> of(
            Scope.Departments departments,
            Condition wanted,
            Order order,
            int limit,
            IntFunction<Param<Integer>> written) {
        int few = 2 + SPARE * limit / (departments.departmentIds().size() + 1);
        if (few < limit) {
            List<Keyed> some = new ArrayList<>();
            boolean out = false;
            for (Record3<Long, byte[], Long> row : merged(
                            departments, wanted, order, written.apply(few), written.apply(limit))
                    .fetch()) {
                some.add(new Keyed(row.value1(), row.value2()));
                // Behind the last of a department's few another of its may belong.
                out = row.value3() == few && some.size() < limit;
                if (out) {
                    break;
                }
            }
            if (!out) {
                return some;
            }
        }
        return merged(departments, wanted, order, written.apply(limit), written.apply(limit))
                .fetch(row -> new Keyed(row.value1(), row.value2()));
    }

    /** Whether one index gives the files of this scope in order, so that {@link #whole} has them. */
    static boolean isOneBranch(Scope scope) {
        return scope instanceof Scope.All || scope instanceof Scope.Own;
    }

    /** The same as {@link #page} with the rows themselves, which are found but once. */
    List<Placed> whole(Scope scope, Condition filter, String sort, Position after, int limit) {
        Order order = Order.of(sort);
        Condition wanted = wanted(filter, after, order);
        Condition within = scope instanceof Scope.Own own ? wanted.and(OWNER.eq(own.userId())) : wanted;
        var select = dsl.select(columns, SORT)
                .from(FILE)
                .where(within)
                .orderBy(order.of(ID, SORT))
                .limit(limit);
        List<Placed> found = new ArrayList<>(limit);
        try (Cursor<?> cursor = select.fetchLazy()) {
            ResultSet row = cursor.resultSet();
            while (row.next()) {
                found.add(new Placed(rows.read(row), row.getBytes("name_sort")));
            }
        } catch (SQLException e) {
            throw new DataAccessException("reading a list failed", e);
        }
        return found;
    }

    private static Condition wanted(Condition filter, Position after, Order order) {
        return LISTED.and(filter).and(after.fileId() == 0 ? DSL.noCondition() : beyond(after, order));
    }

    private Select<Record2<Long, byte[]>> branch(Condition wanted, Order order, Param<Integer> limit) {
        return dsl.select(ID, SORT)
                .from(FILE)
                .where(wanted)
                .orderBy(order.of(ID, SORT))
                .limit(limit);
    }

    /**
     * The first of each department and of the reader's own elsewhere, so many of each, and of them all the first; with each its place
     * in its department. One plan however many departments there are.
     */
    private Select<Record3<Long, byte[], Long>> merged(
            Scope.Departments departments, Condition wanted, Order order, Param<Integer> each, Param<Integer> limit) {
        Long[] ids = departments.departmentIds().stream().sorted().toArray(Long[]::new);
        Table<?> department = DSL.unnest(DSL.val(ids)).as("d", "department_id");
        Field<Long> departmentId = DSL.field(DSL.name("d", "department_id"), Long.class);
        Table<?> first = DSL.lateral(numbered(branch(wanted.and(DEPARTMENT.eq(departmentId)), order, each)))
                .as("b");
        Field<Long> firstId = DSL.field(DSL.name("b", "file_id"), Long.class);
        Field<byte[]> firstSort = DSL.field(DSL.name("b", "name_sort"), byte[].class);
        Field<Long> firstPlace = DSL.field(DSL.name("b", "place"), Long.class);
        Condition elsewhere = OWNER.eq(departments.userId()).and(DEPARTMENT.ne(DSL.all(ids)));
        Table<?> all = DSL.select(firstId, firstSort, firstPlace)
                .from(department)
                .crossJoin(first)
                .unionAll(numbered(branch(wanted.and(elsewhere), order, each)))
                .asTable("m");
        Field<Long> id = DSL.field(DSL.name("m", "file_id"), Long.class);
        Field<byte[]> sort = DSL.field(DSL.name("m", "name_sort"), byte[].class);
        Field<Long> place = DSL.field(DSL.name("m", "place"), Long.class);
        return dsl.select(id, sort, place).from(all).orderBy(order.of(id, sort)).limit(limit);
    }

    /** As they come, which is in order. */
    private Select<Record3<Long, byte[], Long>> numbered(Select<Record2<Long, byte[]>> branch) {
        Table<?> ordered = branch.asTable("o");
        return dsl.select(
                        DSL.field(DSL.name("o", "file_id"), Long.class),
                        DSL.field(DSL.name("o", "name_sort"), byte[].class),
                        DSL.field("row_number() over ()", Long.class).as("place"))
                .from(ordered);
    }

    private static Condition beyond(Position after, Order order) {
        if (!order.byName()) {
            return order.down() ? ID.lt(after.fileId()) : ID.gt(after.fileId());
        }
        byte[] key = Base64.getDecoder().decode(after.key());
        var here = DSL.row(SORT, ID);
        return order.down() ? here.lt(key, after.fileId()) : here.gt(key, after.fileId());
    }

    /**
     * The values of one field of every file of a list, in no order, at most one more than are counted; declared for each record
     * type in the list, of which a file has the one.
     */
    List<Valued> valued(Scope scope, Condition filter, List<io.clientela.kit.fields.Field> declared) {
        org.jooq.Field<String> value = declared.stream()
                .map(field -> field.type() == FieldType.USER
                        ? OWNER.cast(String.class)
                        : FieldPlace.of(field).text().cast(String.class))
                .distinct()
                .reduce(DSL::coalesce)
                .orElseThrow();
        return dsl.select(ID, value)
                .from(FILE)
                .where(LISTED)
                .and(within(scope))
                .and(filter)
                .limit(COUNTED + 1)
                .fetch(row -> new Valued(
                        row.value1(), Optional.ofNullable(row.value2()).orElse("")));
    }

    /** How many there are, counted no further than 10,001. */
    long count(Scope scope, Condition filter) {
        return dsl.selectCount()
                .from(dsl.selectOne()
                        .from(FILE)
                        .where(LISTED)
                        .and(within(scope))
                        .and(filter)
                        .limit(COUNTED + 1))
                .fetchSingle()
                .value1();
    }

    static Condition within(Scope scope) {
        return switch (scope) {
            case Scope.All all -> DSL.noCondition();
            case Scope.None none -> DSL.falseCondition();
            case Scope.Own own -> OWNER.eq(own.userId());
            case Scope.Departments departments ->
                DEPARTMENT.in(departments.departmentIds()).or(OWNER.eq(departments.userId()));
        };
    }

    /** Those of these files that are listed, in scope and filter. */
    List<Long> visible(Scope scope, Condition filter, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return dsl.select(ID)
                .from(FILE)
                .where(ID.in(ids))
                .and(LISTED)
                .and(within(scope))
                .and(filter)
                .orderBy(ID)
                .fetch(ID);
    }

    /** Files that are found by a number that begins with this text, by number, in their order. */
    Map<String, Long> byNumber(Scope scope, Condition filter, String start) {
        return dsl.select(ALIAS_NUMBER, ID)
                .from(ALIAS)
                .join(FILE)
                .on(ID.eq(ALIAS_HEAD))
                .where(ALIAS_NUMBER.ge(start))
                .and(ALIAS_NUMBER.le(start + "~"))
                .and(LISTED)
                .and(within(scope))
                .and(filter)
                .orderBy(ALIAS_NUMBER)
                .limit(CANDIDATES)
                .fetchMap(ALIAS_NUMBER, ID);
    }

    /** Names of files in the order of their ids. */
    List<FileRef> refs(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : refs(ID.eq(DSL.any(ids.toArray(Long[]::new))));
    }

    /** The next listed files behind an id. */
    List<FileRef> after(long fileId, int limit) {
        List<Long> ids = dsl.select(ID)
                .from(FILE)
                .where(ID.gt(fileId))
                .and(LISTED)
                .orderBy(ID)
                .limit(limit)
                .fetch(ID);
        return refs(ids);
    }

    /** The files of these numbers that are listed and in scope. */
    List<FileRef> named(Scope scope, Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : refs(ID.in(DSL.select(ALIAS_HEAD)
                                .from(ALIAS)
                                .where(ALIAS_NUMBER.eq(DSL.any(numbers.toArray(String[]::new)))))
                        .and(LISTED)
                        .and(within(scope)));
    }

    private List<FileRef> refs(Condition wanted) {
        return dsl.select(ID, HEAD, NUMBER, RECORD)
                .from(FILE)
                .where(wanted)
                .orderBy(ID)
                .fetch(row -> new FileRef(row.value1(), row.value2(), new CustomerNumber(row.value3()), row.value4()));
    }

    /** What is read of each row of a list that shows these core fields, all where none is named. */
    FileRows shown(Set<String> keys) {
        return files.shown(keys);
    }

    /** Rows with these core fields, all where none is named. */
    List<FileRow> rows(Collection<Long> ids, Set<String> keys) {
        return ids.isEmpty() ? List.of() : files.find(ids, keys);
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Keyed(long fileId, byte[] sort) {}

    /** A row and its place in the order of names. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Placed(FileRow row, byte[] sort) {

        Keyed keyed() {
            return new Keyed(row.fileId(), sort);
        }
    }

    /** A file with the canonical value of a field, empty where it has none. */
    record Valued(long fileId, String value) {}

    private record Order(boolean byName, boolean down) {

        static Order of(String sort) {
            return new Order(sort.endsWith("name"), sort.startsWith("-"));
        }

        List<SortField<?>> of(Field<Long> id, Field<byte[]> sort) {
            SortField<Long> byId = down ? id.desc() : id.asc();
            return byName ? List.of(down ? sort.desc() : sort.asc(), byId) : List.of(byId);
        }
    }
}
