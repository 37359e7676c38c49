package io.clientela.exchange;

import io.clientela.exchange.Uploads.Upload;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UploadStore {

    private static final String NEXT_ID = """
            select nextval('exchange.upload_seq')
            """;

    private static final String BEGIN = """
            insert into exchange.upload (
              upload_id, name, size, sha256, complete, uploaded_by, uploaded_at, expires_at
            )
            values (
              :id, :name, 0, '', false, :by, :at, :expires
            )
            """;

    private static final String CHUNK = """
            insert into exchange.upload_chunk (upload_id, no, body)
            values (:id, :no, :body)
            """;

    private static final String FINISH = """
            update exchange.upload
            set size = :size,
                sha256 = :sha,
                complete = true
            where upload_id = :id
            """;

    private static final String FIND = """
            select u.upload_id, u.name, u.size, u.sha256, u.complete, u.uploaded_by
            from exchange.upload u
            where u.upload_id = :id
            """;

    /** Corrections of a file are taken, read and dropped one after the other; nobody starts a run of it meanwhile. */
    private static final String LOCK = """
            select u.upload_id
            from exchange.upload u
            where u.upload_id = :id
            for update
            """;

    private static final String FIND_CHUNK = """
            select c.body
            from exchange.upload_chunk c
            where c.upload_id = :id
              and c.no = :no
            """;

    private static final String EXPIRED = """
            select u.upload_id, u.expires_at
            from exchange.upload u
            where u.expires_at < :now
              and (u.expires_at, u.upload_id) > (:after, :id)
              and exists (select 1 from exchange.upload_chunk c where c.upload_id = u.upload_id)
              and not exists (
                select 1
                from exchange.run r
                where r.upload_id = u.upload_id
                  and r.state not in ('done', 'failed', 'cancelled')
              )
            order by u.expires_at, u.upload_id
            limit 100
            """;

    private static final String DROP_CHUNKS = """
            delete from exchange.upload_chunk c
            where c.upload_id = :id
            """;

    private static final String DROP_CORRECTIONS = """
            delete from exchange.correction c
            where c.upload_id = :id
            """;

    private static final String DROP_REMARKS = """
            delete from exchange.remark m
            where m.run_id in (select r.run_id from exchange.run r where r.upload_id = :id)
            """;

    private final JdbcClient sql;

    UploadStore(JdbcClient sql) {
        this.sql = sql;
    }

    long nextId() {
        return sql.sql(NEXT_ID).query(Long.class).single();
    }

    void begin(long id, String name, long by, Instant at, Instant expires) {
        sql.sql(BEGIN)
                .param("id", id)
                .param("name", name)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("expires", Timestamp.from(expires))
                .update();
    }

    void insertChunk(long id, int no, byte[] body) {
        sql.sql(CHUNK).param("id", id).param("no", no).param("body", body).update();
    }

    void finish(long id, long size, String sha256) {
        sql.sql(FINISH).param("id", id).param("size", size).param("sha", sha256).update();
    }

    Optional<Upload> find(long id) {
        return sql.sql(FIND)
                .param("id", id)
                .query((row, n) -> new Upload(
                        row.getLong("upload_id"),
                        row.getString("name"),
                        row.getLong("size"),
                        row.getString("sha256"),
                        row.getBoolean("complete"),
                        row.getLong("uploaded_by")))
                .optional();
    }

    void lock(long id) {
        sql.sql(LOCK).param("id", id).query(Long.class).single();
    }

    Optional<byte[]> chunk(long id, int no) {
        return sql.sql(FIND_CHUNK)
                .param("id", id)
                .param("no", no)
                .query((row, n) -> row.getBytes("body"))
                .optional();
    }

    /** The next uploads to let go of, those that expired first before the others. */
    List<Expired> expired(Instant now, Expired after) {
        return sql.sql(EXPIRED)
                .param("now", Timestamp.from(now))
                .param("after", Timestamp.from(after.at()))
                .param("id", after.id())
                .query((row, n) -> new Expired(
                        row.getLong("upload_id"), row.getTimestamp("expires_at").toInstant()))
                .list();
    }

    /** Drops the bytes and the rows kept of them; that there was such a file stays known. */
    void drop(long id) {
        sql.sql(DROP_CORRECTIONS).param("id", id).update();
        sql.sql(DROP_REMARKS).param("id", id).update();
        sql.sql(DROP_CHUNKS).param("id", id).update();
    }

    /** An upload past its time. */
    record Expired(long id, Instant at) {
        static final Expired NONE = new Expired(0, Instant.EPOCH);
    }
}
