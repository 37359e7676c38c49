package io.clientela.customer;

import io.clientela.kernel.Actor;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Wanted values that wait for an approval, sealed under the file's key. */
@Repository
class PendingStore {

    private static final String NEXT = """
            insert into customer.pending (
              file_id, head_id, based_on, submitted_by, submitted_at, run_id, state, body
            )
            values (
              :file, :head, :version, :actor, :at, :run, 'waiting', :body
            )
            """;

    private final JdbcClient sql;

    PendingStore(JdbcClient sql) {
        this.sql = sql;
    }

    void keep(Loaded file, long version, Prepared prepared, Set<String> fields, Actor actor, Instant at) {
        Map<String, List<String>> wanted = new TreeMap<>();
        fields.forEach(key -> wanted.put(
                key, prepared.cleaned().values().getOrDefault(key, Value.NONE).parts()));
        EntryBody body = new EntryBody(
                wanted,
                Map.of(),
                Map.of(),
                Map.of(),
                prepared.submission().how().reason(),
                Map.of(),
                null,
                prepared.told(),
                null);
        FileRow row = file.row();
        long run = prepared.submission().how().runId();
        sql.sql(NEXT)
                .param("file", row.fileId())
                .param("head", row.headId())
                .param("version", version)
                .param("actor", actor.userId())
                .param("at", Timestamp.from(at))
                .param("run", run == 0 ? null : run, java.sql.Types.BIGINT)
                .param("body", file.key().seal(body.bytes(), place(row.fileId(), version)))
                .update();
    }

    private static String place(long file, long version) {
        return "pending:" + file + ":" + version;
    }
}
