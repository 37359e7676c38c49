package io.clientela.customer;

import io.clientela.customer.Cursors.Position;
import io.clientela.kernel.Scope;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
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

    private static final Table<?> FILE = DSL.table(DSL.name("customer", "file")).as("f");
    private static final Table<?> SEARCH =
            DSL.table(DSL.name("customer", "search")).as("s");
    private static final Field<Long> ID = DSL.field(DSL.name("f", "file_id"), Long.class);
    private static final Field<byte[]> SORT = DSL.field(DSL.name("f", "name_sort"), byte[].class);
    private static final Field<Long> OWNER = DSL.field(DSL.name("f", "owner_id"), Long.class);
    private static final Field<Long> DEPARTMENT = DSL.field(DSL.name("f", "department_id"), Long.class);
    private static final Condition LISTED = DSL.condition("f.listed");

    private final DSLContext dsl;
    private final FileStore files;

    ListStore(DSLContext dsl, FileStore files) {
        this.dsl = dsl;
        this.files = files;
    }

    /** Ids in order, at most {@code limit}. */
    List<Keyed> page(Scope scope, Condition filter, String sort, Position after, int limit) {
        boolean byName = sort.endsWith("name");
        boolean down = sort.startsWith("-");
        Condition from = after.fileId() == 0 ? DSL.noCondition() : beyond(after, byName, down);
        List<Select<Record2<Long, byte[]>>> branches = new ArrayList<>();
        for (Condition branch : branches(scope)) {
            branches.add(dsl.select(ID, SORT)
                    .from(FILE)
                    .where(LISTED)
                    .and(branch)
                    .and(filter)
                    .and(from)
                    .orderBy(order(ID, SORT, byName, down))
                    .limit(limit));
        }
        if (branches.isEmpty()) {
            return List.of();
        }
        return merged(branches, byName, down, limit);
    }

    private List<Keyed> merged(List<Select<Record2<Long, byte[]>>> branches, boolean byName, boolean down, int limit) {
        Select<Record2<Long, byte[]>> all = branches.getFirst();
        if (branches.size() > 1) {
            for (Select<Record2<Long, byte[]>> branch : branches.subList(1, branches.size())) {
                all = all.unionAll(branch);
            }
            Table<Record2<Long, byte[]>> merged = all.asTable("m");
            Field<Long> id = DSL.field(DSL.name("m", "file_id"), Long.class);
            Field<byte[]> sort = DSL.field(DSL.name("m", "name_sort"), byte[].class);
            all = dsl.select(id, sort)
                    .from(merged)
                    .orderBy(order(id, sort, byName, down))
                    .limit(limit);
        }
        return all.fetch(row -> new Keyed(row.value1(), row.value2()));
    }

    private static List<SortField<?>> order(Field<Long> id, Field<byte[]> sort, boolean byName, boolean down) {
        SortField<Long> byId = down ? id.desc() : id.asc();
        return byName ? List.of(down ? sort.desc() : sort.asc(), byId) : List.of(byId);
    }

    private static Condition beyond(Position after, boolean byName, boolean down) {
        if (!byName) {
            return down ? ID.lt(after.fileId()) : ID.gt(after.fileId());
        }
        byte[] key = Base64.getDecoder().decode(after.key());
        var here = DSL.row(SORT, ID);
        return down ? here.lt(key, after.fileId()) : here.gt(key, after.fileId());
    }

    private static List<Condition> branches(Scope scope) {
        return switch (scope) {
            case Scope.All all -> List.of(DSL.noCondition());
            case Scope.None none -> List.of();
            case Scope.Own own -> List.of(OWNER.eq(own.userId()));
            case Scope.Departments departments -> {
                List<Condition> each = new ArrayList<>();
                departments.departmentIds().stream().sorted().forEach(id -> each.add(DEPARTMENT.eq(id)));
                each.add(OWNER.eq(departments.userId()).and(DEPARTMENT.notIn(departments.departmentIds())));
                yield each;
            }
        };
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

    private static Condition within(Scope scope) {
        return branches(scope).stream().reduce(Condition::or).orElse(DSL.falseCondition());
    }

    /** Files that have all these tokens, in scope and filter, at most one more than the candidates that are ranked. */
    List<Long> candidates(Scope scope, Condition filter, List<String> tokens) {
        Field<Integer[]> held = DSL.field(DSL.name("s", "tokens"), Integer[].class);
        Condition has = DSL.condition("{0} @> {1}", held, DSL.val(SearchStore.hashed(tokens)));
        List<String> narrowing = narrowing(scope);
        if (!narrowing.isEmpty()) {
            // Departments and owners are tokens as well; the rows are held against the scope again below.
            has = has.and(DSL.condition("{0} && {1}", held, DSL.val(SearchStore.hashed(narrowing))));
        }
        return dsl.select(ID)
                .from(SEARCH)
                .join(FILE)
                .on(ID.eq(DSL.field(DSL.name("s", "file_id"), Long.class)))
                .where(has)
                .and(LISTED)
                .and(within(scope))
                .and(filter)
                .limit(CANDIDATES + 1)
                .fetch(ID);
    }

    private static List<String> narrowing(Scope scope) {
        return switch (scope) {
            case Scope.All all -> List.of();
            case Scope.None none -> List.of(FileTokens.owner(-1));
            case Scope.Own own -> List.of(FileTokens.owner(own.userId()));
            case Scope.Departments departments -> {
                List<String> tokens = new ArrayList<>();
                departments.departmentIds().forEach(id -> tokens.add(FileTokens.department(id)));
                tokens.add(FileTokens.owner(departments.userId()));
                yield tokens;
            }
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

    /** Files whose number begins with this text. */
    List<Long> byNumber(Scope scope, Condition filter, String start) {
        Field<String> number = DSL.field(DSL.name("f", "number"), String.class);
        return dsl.select(ID)
                .from(FILE)
                .where(number.ge(start))
                .and(number.le(start + "~"))
                .and(LISTED)
                .and(within(scope))
                .and(filter)
                .orderBy(number)
                .limit(CANDIDATES)
                .fetch(ID);
    }

    List<FileRow> rows(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : files.find(ids);
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Keyed(long fileId, byte[] sort) {}
}
