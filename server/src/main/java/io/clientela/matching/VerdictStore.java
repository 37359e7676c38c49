package io.clientela.matching;

import io.clientela.matching.Verdict.State;
import io.clientela.matching.Verdict.Word;
import io.clientela.vault.SealKey;
import io.clientela.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VerdictStore {

    private static final String COLUMNS = """
            v.verdict_id, v.one_head_id, v.other_head_id, v.verdict, v.state, v.said_by, v.said_at, v.evidence
            """;

    private static final String STANDING = "select " + COLUMNS + """
            from matching.verdict v
            where v.state <> 'retracted'
              and v.one_head_id <> v.other_head_id
            order by v.said_at, v.verdict_id
            """;

    private static final String BETWEEN = "select " + COLUMNS + """
            from matching.verdict v
            where v.state <> 'retracted'
              and (v.one_head_id = :one and v.other_head_id = :other
                or v.one_head_id = :other and v.other_head_id = :one)
            order by v.said_at desc, v.verdict_id desc
            limit 1
            """;

    private static final String AMONG = "select " + COLUMNS + """
            from matching.verdict v
            where v.state <> 'retracted'
              and v.one_head_id <> v.other_head_id
              and v.one_head_id = any(:ids)
              and v.other_head_id = any(:ids)
            order by v.said_at, v.verdict_id
            """;

    // Any number will do as long as nothing else in this database locks it.
    private static final String TURN = "select pg_advisory_xact_lock(7205759403811)";

    private static final String RETRACT = """
            update matching.verdict v
            set state = 'retracted',
                retracted_by = :by,
                retracted_at = :at
            where v.state <> 'retracted'
              and (v.one_head_id = :one and v.other_head_id = :other
                or v.one_head_id = :other and v.other_head_id = :one)
            """;

    private static final String INSERT = """
            insert into matching.verdict (one_id, one_head_id, other_id, other_head_id, verdict, state, said_by, said_at,
              reason, evidence)
            values (:one, :one, :other, :other, :verdict, :state, :by, :at, :reason, :evidence)
            """;

    private static final String PLACE = "matching-verdict";

    private final JdbcClient sql;
    private final SealKey key;

    VerdictStore(JdbcClient sql, Vault vault) {
        this.sql = sql;
        this.key = vault.purpose(PLACE);
    }

    /** Every claim that stands between two customers, as their heads are now; a later one follows an earlier one. */
    List<Verdict> standing() {
        return sql.sql(STANDING).query((row, n) -> verdict(row)).list();
    }

    /** What stands between any two of these heads. */
    Map<Two, Verdict> among(Collection<Long> heads) {
        Map<Two, Verdict> among = new HashMap<>();
        if (!heads.isEmpty()) {
            sql.sql(AMONG)
                    .param("ids", heads.toArray(Long[]::new))
                    .query((row, n) -> verdict(row))
                    .list()
                    .forEach(verdict -> among.put(Two.of(verdict.one(), verdict.other()), verdict));
        }
        return among;
    }

    /** Called first by whoever says something: of two who speak of one pair the later one finds what the earlier one said. */
    void turn() {
        sql.sql(TURN).query((row, n) -> 0).list();
    }

    Optional<Verdict> between(long one, long other) {
        return sql.sql(BETWEEN)
                .param("one", one)
                .param("other", other)
                .query((row, n) -> verdict(row))
                .optional();
    }

    /** Takes back whatever stands between the two; how many claims that were. */
    int retract(long one, long other, long by, Instant at) {
        return sql.sql(RETRACT)
                .param("one", one)
                .param("other", other)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    void insert(Said said, Word word, State state, long by, Instant at) {
        long one = Math.min(said.one(), said.other());
        long other = Math.max(said.one(), said.other());
        sql.sql(INSERT)
                .param("one", one)
                .param("other", other)
                .param("verdict", word.text())
                .param("state", state.text())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("reason", sealed(said.reason(), one, other), Types.BINARY)
                .param("evidence", said.evidence())
                .update();
    }

    private byte @Nullable [] sealed(String reason, long one, long other) {
        return reason.isBlank()
                ? null
                : key.seal(reason.strip().getBytes(StandardCharsets.UTF_8), PLACE + ":" + one + ":" + other);
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        return new Verdict(
                row.getLong("verdict_id"),
                row.getLong("one_head_id"),
                row.getLong("other_head_id"),
                Word.valueOf(row.getString("verdict").toUpperCase(Locale.ROOT)),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("said_by"),
                row.getTimestamp("said_at").toInstant(),
                row.getBytes("evidence"));
    }

    /** Two customers, by their heads, why, and what was found between them. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Said(long one, long other, String reason, byte[] evidence) {}
}
