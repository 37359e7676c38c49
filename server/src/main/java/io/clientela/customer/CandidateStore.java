package io.clientela.customer;

import io.clientela.kernel.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.SQL;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Repository;

/** Files that may be what a search means, by the tokens of {@code customer.search}. */
@Repository
class CandidateStore {

    /**
     * The ways one after the other, each as far as it is needed: there is nothing to sort, the ways are the outer side of the one
     * join there can be. The database doesn't see the tokens when it plans, so that a plan serves every search; {@code offset 0}
     * keeps it from looking for them another way than in their index, and from reading all members' states for a page. A linked file
     * is found by what any of its members says, though the golden record may show another's value.
     */
    private static final String BY_WAYS = """
            with way as materialized (
              select place, cast(written as int[]) as tokens
              from unnest(cast({0} as text[])) with ordinality given(written, place)
            ){7}
            select c.*
            from way
            cross join lateral (
              select {6}, s.is_last, {2}
              from ({1}) s
              join customer.file f on f.file_id = s.head_id
              left join lateral (
                select file_id, texts from customer.member_state where file_id = s.file_id offset 0
              ) m on true
              where s.is_last or f.listed and {3} and {4} and not exists (
                select from way earlier where earlier.place < way.place and s.tokens @> earlier.tokens
              )
              offset 0
            ) c
            limit {5}
            """;

    /** Those of a way that {0} also narrows, all of them. */
    private static final String IN_INDEX = """
            select file_id, head_id, tokens, false as is_last
            from customer.search
            where tokens @> way.tokens and {0}
            offset 0
            """;

    /**
     * The first that {3} finds, of those the ones that {0} also narrows, and the last that was looked at whatever it is. Many
     * departments are costly to look up in the index, once for each file that may be meant, and less so among the tokens of each:
     * {2}, for what was entered before departments stood beside these.
     */
    private static final String BESIDE_INDEX = """
            select file_id, head_id, tokens, nth = {1} as is_last
            from (
              select file_id, head_id, tokens, department_id, owner_id, row_number() over () as nth
              from customer.search
              where {3}
              limit {1}
            ) first
            where nth = {1} or {0} or department_id is null and {2}
            offset 0
            """;

    /** What several ways read but once: as far as the first of them needs it, and no further for the others. */
    private static final String SHARED = """
            , shared as materialized ({0})
            """;

    /** Of a way that {1} says is among the shared ones from these, of others by {0}. */
    private static final String FROM_SHARED = """
            (select file_id, head_id, tokens, is_last from ({0}) own)
            union all
            (select file_id, head_id, tokens, is_last
            from shared
            where {1} and (is_last or tokens @> way.tokens)
            offset 0)
            """;

    private static final SQL OF_WAY = DSL.sql("tokens @> way.tokens");

    /** Departments and owners whose files are looked for in the index together with what is wanted. */
    private static final int FEW = 4;
    /** So many of a way are looked at outside the index. */
    private static final int FIRST = 2_000;
    /** Whoever wants more reads so many of a way that the index is better. */
    private static final int PAGE = 200;

    private final DSLContext dsl;
    private final int first;

    @Autowired
    CandidateStore(DSLContext dsl) {
        this(dsl, FIRST);
    }

    CandidateStore(DSLContext dsl, int first) {
        this.dsl = dsl;
        this.first = first;
    }

    /**
     * Files in scope and filter that have all tokens of one of these lists: those of the first before those of the second, each but
     * once, in an order that stays while nothing is written.
     *
     * @param texts what each is ranked by, by field key
     * @param shown what to read of the row of each, where rows are wanted
     * @param limit no more are looked at
     */
    List<Candidate> some(
            Scope scope,
            Condition filter,
            List<List<String>> ways,
            Map<String, Field<String>> texts,
            Optional<FileRows> shown,
            int limit) {
        if (ways.isEmpty()) {
            return List.of();
        }
        List<String> narrowing = narrowing(scope);
        Function<Source, Optional<List<Candidate>>> asked = source -> {
            var select = dsl.resultQuery(
                    BY_WAYS,
                    tokens(ways),
                    source.ofWay(),
                    columns(texts),
                    ListStore.within(scope),
                    filter,
                    // Written out: a limit that isn't known counts as a tenth of everything.
                    DSL.inline(limit),
                    DSL.sql(shown.map(FileRows::selectList).orElseGet(FileRows::identifying)),
                    source.before());
            try (Cursor<?> found = select.fetchLazy()) {
                return read(found.resultSet(), shown, List.copyOf(texts.keySet()));
            } catch (SQLException e) {
                throw new DataAccessException("reading what was found failed", e);
            }
        };
        return sources(scope, narrowing, ways, limit)
                .map(asked)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    /** The likely quickest first; the last finds all. */
    private Stream<Source> sources(Scope scope, List<String> narrowing, List<List<String>> ways, int limit) {
        Source all = new Source(inIndex(narrowing), DSL.sql(""));
        if (!(scope instanceof Scope.Departments departments) || narrowing.size() <= FEW || limit > PAGE) {
            return Stream.of(all);
        }
        Source first = new Source(besideIndex(departments, narrowing, OF_WAY), DSL.sql(""));
        return Stream.concat(
                shared(ways).map(tokens -> fromShared(departments, narrowing, tokens)).stream(), Stream.of(first, all));
    }

    /** What the last of the ways asks for, where another asks for more than that: what begins with two characters also holds them. */
    private static Optional<List<String>> shared(List<List<String>> ways) {
        List<String> last = ways.getLast();
        boolean isShared = ways.subList(0, ways.size() - 1).stream().anyMatch(way -> way.containsAll(last));
        return isShared ? Optional.of(last) : Optional.empty();
    }

    private Source fromShared(Scope.Departments scope, List<String> narrowing, List<String> tokens) {
        // Not seen when it is planned, as the tokens of a way aren't.
        SQL wanted = DSL.sql("(select cast({0} as int[]))", DSL.val(SearchStore.hashed(tokens)));
        SQL isShared = DSL.sql("way.tokens @> {0}", wanted);
        SQL own = besideIndex(scope, narrowing, DSL.sql("not {0} and {1}", isShared, OF_WAY));
        SQL all = besideIndex(scope, narrowing, DSL.sql("tokens @> {0}", wanted));
        return new Source(DSL.sql(FROM_SHARED, own, isShared), DSL.sql(SHARED, all));
    }

    /** Empty where the last that was looked at is among them: what comes behind it is in no order that the next page could go on in. */
    private static Optional<List<Candidate>> read(ResultSet row, Optional<FileRows> shown, List<String> keys)
            throws SQLException {
        int last = shown.map(FileRows::width).orElse(FileRows.RECORD) + 1;
        List<Candidate> some = new ArrayList<>();
        while (row.next()) {
            if (row.getBoolean(last)) {
                return Optional.empty();
            }
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                String value = row.getString(last + 1 + i);
                if (value != null) {
                    values.put(keys.get(i), value);
                }
            }
            Optional<FileRow> whole =
                    shown.isPresent() ? Optional.of(shown.get().read(row)) : Optional.empty();
            some.add(new Candidate(row.getLong(FileRows.FILE_ID), row.getString(FileRows.RECORD), values, whole));
        }
        return Optional.of(some);
    }

    /** Each way as the database writes an array: lists of different lengths make no array of arrays. */
    private static Param<String[]> tokens(List<List<String>> ways) {
        return DSL.val(ways.stream()
                .map(way -> way.stream()
                        .map(token -> Integer.toString(FileTokens.hash(token)))
                        .collect(Collectors.joining(",", "{", "}")))
                .toArray(String[]::new));
    }

    private static QueryPart columns(Map<String, Field<String>> texts) {
        List<QueryPart> columns = new ArrayList<>();
        texts.forEach((key, text) -> columns.add(DSL.sql(
                "case when m.file_id is null then {0} else m.texts ->> {1} end as {2}",
                text, DSL.inline(key), DSL.name("text_" + key))));
        return DSL.list(columns);
    }

    /**
     * Departments and owners are tokens as well, so that one look into the index serves both; rows are held against the scope again.
     */
    private static SQL inIndex(List<String> narrowing) {
        return DSL.sql(IN_INDEX, narrowing.isEmpty() ? DSL.trueCondition() : narrowed(narrowing));
    }

    private SQL besideIndex(Scope.Departments scope, List<String> narrowing, SQL which) {
        return DSL.sql(
                BESIDE_INDEX,
                DSL.condition(
                        "(department_id = any ({0}) or owner_id = {1})",
                        DSL.val(scope.departmentIds().toArray(Long[]::new)), DSL.val(scope.userId())),
                DSL.inline(first),
                narrowed(narrowing),
                which);
    }

    private static Condition narrowed(List<String> narrowing) {
        return DSL.condition("tokens && {0}", DSL.val(SearchStore.hashed(narrowing)));
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

    /**
     * Where the files of the ways come from.
     *
     * @param ofWay those of one way
     * @param before what is read for all of them together, none if nothing is
     */
    private record Source(SQL ofWay, SQL before) {}

    /**
     * A file that may be a hit.
     *
     * @param values the clear values it is ranked by: its own, or those of one of its members
     * @param row where rows are wanted
     */
    record Candidate(long fileId, String record, Map<String, String> values, Optional<FileRow> row) {}
}
