package io.clientela.customer;

import io.clientela.customer.CandidateSources.Source;
import io.clientela.kernel.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.QueryPart;
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
            )
            {7}
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

    /** So many of a way are looked at outside the index. */
    private static final int FIRST = 2_000;

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
        for (Source source : CandidateSources.of(scope, ways, limit, first)) {
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
                    source.shared());
            try (Cursor<?> cursor = select.fetchLazy()) {
                Optional<List<Candidate>> found = read(cursor.resultSet(), shown, List.copyOf(texts.keySet()));
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (SQLException e) {
                throw new DataAccessException("reading what was found failed", e);
            }
        }
        throw new IllegalStateException("the last source finds all");
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
     * A file that may be a hit.
     *
     * @param values the clear values it is ranked by: its own, or those of one of its members
     * @param row where rows are wanted
     */
    record Candidate(long fileId, String record, Map<String, String> values, Optional<FileRow> row) {}
}
