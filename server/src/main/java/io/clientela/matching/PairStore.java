package io.clientela.matching;

import io.clientela.kit.match.Outcome;
import io.clientela.matching.Queue.Question;
import io.clientela.platform.Copy;
import io.clientela.platform.CopyRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pairs found and not yet one customer. */
@Repository
class PairStore {

    private static final String COPY = """
            copy matching.pair (one_id, one_head_id, other_id, other_head_id, record_type, bits, probability, outcome,
              reasons, evidence, found_at)
            from stdin (format binary)
            """;

    private static final String FORGET_ALL = """
            delete from matching.pair p
            where p.record_type = :record
            """;

    private static final String FORGET = """
            delete from matching.pair p
            where p.one_id = any(:ids)
               or p.other_id = any(:ids)
            """;

    private static final String OF = """
            select p.one_id, p.other_id, p.record_type, p.bits, p.probability, p.outcome, p.reasons
            from matching.pair p
            where p.one_id = :one
              and p.other_id = :other
            """;

    /** With what somebody said last; linked ones are one already. */
    private static final String SAID = """
            from matching.pair p
            left join lateral (
              select v.verdict, v.evidence
              from matching.verdict v
              where v.state <> 'retracted'
                and (v.one_head_id = p.one_head_id and v.other_head_id = p.other_head_id
                  or v.one_head_id = p.other_head_id and v.other_head_id = p.one_head_id)
              order by v.said_at desc, v.verdict_id desc
              limit 1
            ) as said on true
            where p.one_head_id <> p.other_head_id
            """;

    /**
     * What somebody called the same or different isn't asked again as long as the findings are the same; what was called the same goes
     * along, because it tells who belongs together.
     */
    private static final String BONDS = """
            select bond.one, bond.other, bond.bits, bond.asked, bond.same, bond.later
            from (
              select p.one_head_id as one, p.other_head_id as other, p.bits,
                coalesce(said.verdict = 'same', false) as same,
                coalesce(said.verdict = 'maybe', false) as later,
                case when :proposed then said.verdict = 'same'
                  else said.verdict is null or said.verdict = 'maybe'
                    or (said.verdict = 'different' and said.evidence <> p.evidence)
                  end as asked
            """ + SAID + """
                and (cast(:record as text) is null or p.record_type = :record)
            ) as bond
            where bond.asked
               or bond.same
            order by bond.asked desc, bond.later, bond.bits desc, bond.one, bond.other
            limit :limit
            """;

    private static final String OPEN = """
            select p.one_head_id as one, p.other_head_id as other
            """ + SAID + """
              and (p.one_id = any(:ids) or p.other_id = any(:ids))
              and (said.verdict is null or said.verdict = 'maybe'
                or (said.verdict = 'different' and said.evidence <> p.evidence))
            """;

    private static final String AMONG = """
            select p.one_id, p.other_id, p.record_type, p.bits, p.probability, p.outcome, p.reasons
            from matching.pair p
            where p.one_id = any(:ids)
              and p.other_id = any(:ids)
            """;

    /** What was once called different or put off waits for a person, whatever is found by now; so does a group that is less sure as a whole. */
    private static final String SURE = """
            select p.one_id, p.other_id, p.record_type, p.bits, p.probability, p.outcome, p.reasons
            """ + SAID + """
              and p.outcome = 'same'
              and (said.verdict is null or said.verdict = 'same')
              and p.one_id = p.one_head_id
              and p.other_id = p.other_head_id
              and not exists (
                select 1
                from matching.grouped g
                where g.file_id in (p.one_id, p.other_id)
                  and g.outcome = 'ask')
            order by p.bits desc, p.one_id, p.other_id
            limit 1
            """;

    private static final String SUREST = """
            select distinct on (f.id) f.id, p.reasons
            from unnest(:ids) as f (id)
            join matching.pair p on p.one_id = f.id or p.other_id = f.id
            order by f.id, p.bits desc, p.one_id, p.other_id
            """;

    private final JdbcClient sql;
    private final Copy copy;

    PairStore(JdbcClient sql, Copy copy) {
        this.sql = sql;
        this.copy = copy;
    }

    void forgetAll(String record) {
        sql.sql(FORGET_ALL).param("record", record).update();
    }

    /** Those with any of these customers. */
    void forget(Collection<Long> files) {
        sql.sql(FORGET).param("ids", files.toArray(Long[]::new)).update();
    }

    void insert(List<FoundPair> pairs, Instant at) {
        insert(laidOut(pairs, at));
    }

    void insert(CopyRows rows) {
        copy.in(COPY, rows);
    }

    /** Ready to be inserted; asks for no connection. */
    CopyRows laidOut(List<FoundPair> pairs, Instant at) {
        CopyRows rows = new CopyRows();
        for (FoundPair pair : pairs) {
            rows.row(11)
                    .bigint(pair.one())
                    .bigint(pair.one())
                    .bigint(pair.other())
                    .bigint(pair.other())
                    .text(pair.record())
                    .real(pair.bits())
                    .real(pair.probability())
                    .text(pair.outcome().name().toLowerCase(Locale.ROOT))
                    .text(pair.findings().text())
                    .bytes(pair.findings().evidence())
                    .instant(at);
        }
        return rows;
    }

    Optional<FoundPair> find(long one, long other) {
        return sql.sql(OF)
                .param("one", Math.min(one, other))
                .param("other", Math.max(one, other))
                .query((row, n) -> pair(row))
                .optional();
    }

    /** The next one that may be merged without anybody looking. */
    Optional<FoundPair> sure() {
        return sql.sql(SURE).query((row, n) -> pair(row)).optional();
    }

    /** The surest of those a person is to look at, or of those proposed to be merged; what was put off comes last. */
    List<Bond> bonds(Question asked, int limit) {
        return sql.sql(BONDS)
                .param("record", asked.record().orElse(null), Types.VARCHAR)
                .param("proposed", asked.proposed())
                .param("limit", limit)
                .query((row, n) -> new Bond(
                        Two.of(row.getLong("one"), row.getLong("other")),
                        row.getDouble("bits"),
                        row.getBoolean("asked"),
                        row.getBoolean("same"),
                        row.getBoolean("later")))
                .list();
    }

    /** Those a person is to look at that have one of these customers in them. */
    List<Two> open(Collection<Long> files) {
        return sql.sql(OPEN)
                .param("ids", files.toArray(Long[]::new))
                .query((row, n) -> Two.of(row.getLong("one"), row.getLong("other")))
                .list();
    }

    /** What was found between any two of these. */
    Map<Two, FoundPair> among(Collection<Long> files) {
        Map<Two, FoundPair> among = new HashMap<>();
        if (!files.isEmpty()) {
            sql.sql(AMONG).param("ids", files.toArray(Long[]::new)).query(row -> {
                FoundPair pair = pair(row);
                among.put(Two.of(pair.one(), pair.other()), pair);
            });
        }
        return among;
    }

    /** What was found in the surest pair of each of these customers. */
    Map<Long, Findings> surest(Collection<Long> files) {
        Map<Long, Findings> surest = new HashMap<>();
        if (!files.isEmpty()) {
            sql.sql(SUREST).param("ids", files.toArray(Long[]::new)).query(row -> {
                surest.put(row.getLong("id"), Findings.read(row.getString("reasons")));
            });
        }
        return surest;
    }

    private static FoundPair pair(ResultSet row) throws SQLException {
        return new FoundPair(
                row.getLong("one_id"),
                row.getLong("other_id"),
                row.getString("record_type"),
                row.getDouble("bits"),
                row.getDouble("probability"),
                Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                Findings.read(row.getString("reasons")));
    }
}
