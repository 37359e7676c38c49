package io.clientela.customer;

import io.clientela.kernel.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * Where a search takes the files of its ways from, as SQL over {@code way (place, tokens)}: rows of {@code file_id, head_id, tokens,
 * is_last}. The planner never sees the tokens, so that one plan serves every search.
 */
final class CandidateSources {

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

    /** What several ways read but once: lazily, so that the first to need it pays and the others read it again from memory. */
    private static final String SHARED = """
            , common as materialized (
              select tokens from way order by place desc limit 1
            ), shared as materialized (
              {0}
            )
            """;

    /**
     * A way that has all tokens of the last takes its files from the shared ones, any other from {0}. The row that was looked at last goes
     * through to each of them, so that none is taken for complete; {@code offset 0} keeps a way from looking through them when it has its own.
     */
    private static final String FROM_SHARED = """
            ({0})
            union all
            (select file_id, head_id, tokens, is_last
            from shared
            where way.tokens @> (select tokens from common) and (is_last or tokens @> way.tokens)
            offset 0)
            """;

    private static final String OF_WAY = "tokens @> way.tokens";
    private static final String OF_COMMON = "tokens @> (select tokens from common)";

    /** Departments and owners whose files are looked for in the index together with what is wanted. */
    private static final int FEW = 4;
    /** Whoever wants more reads so many of a way that the index is better. */
    private static final int PAGE = 200;

    private CandidateSources() {}

    /**
     * The likely quickest first; the last finds all.
     *
     * @param first so many of a way are looked at outside the index
     */
    static List<Source> of(Scope scope, List<List<String>> ways, int limit, int first) {
        List<String> narrowing = narrowing(scope);
        Condition narrowed = narrowing.isEmpty()
                ? DSL.trueCondition()
                : DSL.condition("tokens && {0}", DSL.val(SearchStore.hashed(narrowing)));
        List<Source> sources = new ArrayList<>();
        if (scope instanceof Scope.Departments departments && narrowing.size() > FEW && limit <= PAGE) {
            Beside beside = new Beside(departments, narrowed);
            if (lastIsCommon(ways)) {
                // What has more hits than that fills a page from one way after the other, and was looked at in vain.
                sources.add(beside.shared(Math.ceilDiv(first, 2)));
            }
            sources.add(beside.apart(first));
        }
        sources.add(new Source(DSL.sql(IN_INDEX, narrowed), DSL.sql("")));
        return sources;
    }

    /** Of Chinese what begins so also holds it, and the last way is to hold it; with letters the last is the address of an e-mail. */
    private static boolean lastIsCommon(List<List<String>> ways) {
        List<String> last = ways.getLast();
        return ways.subList(0, ways.size() - 1).stream().anyMatch(way -> way.containsAll(last));
    }

    /** Departments and owners are tokens as well, so that one look into the index serves both. */
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
     * One of the sources.
     *
     * @param ofWay the files of one way
     * @param shared what the ways read together, none if they don't
     */
    record Source(SQL ofWay, SQL shared) {}

    /** Files held against many departments one by one. */
    private record Beside(Scope.Departments scope, Condition narrowed) {

        /** Each way by itself. */
        Source apart(int first) {
            return new Source(firstOf(first, OF_WAY), DSL.sql(""));
        }

        Source shared(int first) {
            SQL own = firstOf(first, "not way." + OF_COMMON + " and " + OF_WAY);
            return new Source(DSL.sql(FROM_SHARED, own), DSL.sql(SHARED, firstOf(first, OF_COMMON)));
        }

        private SQL firstOf(int first, String which) {
            return DSL.sql(
                    BESIDE_INDEX,
                    DSL.condition(
                            "(department_id = any ({0}) or owner_id = {1})",
                            DSL.val(scope.departmentIds().toArray(Long[]::new)), DSL.val(scope.userId())),
                    DSL.inline(first),
                    narrowed,
                    DSL.sql(which));
        }
    }
}
