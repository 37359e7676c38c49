package io.clientela.customer;

import io.clientela.kernel.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQL;
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
            )
            select c.*
            from way
            cross join lateral (
              select f.file_id, s.file_id as member_id, f.record_type, s.is_last, {2}
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
     * The first of a way, of those the ones that {0} also narrows, and the last that was looked at whatever it is. Many departments
     * are costly to look up in the index, once for each file that may be meant.
     */
    private static final String BESIDE_INDEX = """
            select file_id, head_id, tokens, nth = {1} as is_last
            from (
              select file_id, head_id, tokens, row_number() over () as nth
              from customer.search
              where tokens @> way.tokens
              limit {1}
            ) first
            where nth = {1} or {0}
            offset 0
            """;

    /** Departments and owners whose files are looked for in the index together with what is wanted. */
    private static final int FEW = 4;
    /** So many of a way are looked at outside the index. */
    private static final int FIRST = 2_000;
    /** Whoever wants more reads so many of a way that the index is better. */
    private static final int PAGE = 200;

    private static final int IS_LAST = 3;
    private static final int TEXTS = 4;

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
     * @param texts what to read of each, by field key
     * @param limit no more are looked at
     */
    List<Candidate> some(
            Scope scope, Condition filter, List<List<String>> ways, Map<String, Field<String>> texts, int limit) {
        if (ways.isEmpty()) {
            return List.of();
        }
        List<String> narrowing = narrowing(scope);
        List<String> keys = List.copyOf(texts.keySet());
        Function<SQL, Result<Record>> asked = source -> dsl.fetch(
                BY_WAYS,
                tokens(ways),
                source,
                columns(texts),
                ListStore.within(scope),
                filter,
                // Written out: a limit that isn't known counts as a tenth of everything.
                DSL.inline(limit));
        if (narrowing.size() > FEW && limit <= PAGE) {
            Result<Record> found = asked.apply(besideIndex(narrowing));
            // What comes behind the last is in no order that the next page could go on in.
            if (found.stream().noneMatch(row -> row.get(IS_LAST, Boolean.class))) {
                return found.map(row -> Candidate.of(row, keys));
            }
        }
        return asked.apply(inIndex(narrowing)).map(row -> Candidate.of(row, keys));
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

    private SQL besideIndex(List<String> narrowing) {
        return DSL.sql(BESIDE_INDEX, narrowed(narrowing), DSL.inline(first));
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

    /** A file that may be a hit, with the clear values it is ranked by: its own, or those of one of its members. */
    record Candidate(long fileId, long memberId, String record, Map<String, String> values) {

        private static Candidate of(Record row, List<String> keys) {
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                String value = row.get(i + TEXTS, String.class);
                if (value != null) {
                    values.put(keys.get(i), value);
                }
            }
            return new Candidate(row.get(0, Long.class), row.get(1, Long.class), row.get(2, String.class), values);
        }
    }
}
