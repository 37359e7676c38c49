package io.clientela.attachment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AttachmentStore {

    private static final String NEXT_ID = """
            select nextval('attachment.attachment_seq')
            """;

    private static final String BEGIN = """
            insert into attachment.attachment (
              attachment_id, file_id, head_id, place, size, handed_over_by, handed_over_at, expires_at
            )
            values (:id, :file, :head, :place, 0, :by, :at, :expires)
            """;

    private static final String PIECE = """
            insert into attachment.piece (attachment_id, no, body)
            values (:id, :no, :body)
            """;

    private static final String FINISH = """
            update attachment.attachment
            set size = :size,
                about = :about
            where attachment_id = :id
            """;

    private static final String FIND = """
            select a.attachment_id, a.file_id, a.head_id, a.place, a.size, a.about, a.handed_over_by, a.handed_over_at, a.expires_at, a.bound_at
            from attachment.attachment a
            where a.attachment_id = :id
              and a.about is not null
            """;

    private static final String UNUSED = """
            select count(*)
            from attachment.attachment a
            where a.handed_over_by = :by
              and a.bound_at is null
              and a.expires_at > :now
            """;

    private static final String BIND = """
            update attachment.attachment
            set bound_at = coalesce(bound_at, :at)
            where attachment_id = :id
              and about is not null
            """;

    private static final String FIND_PIECE = """
            select p.body
            from attachment.piece p
            where p.attachment_id = :id
              and p.no = :no
            """;

    private static final String EXPIRED = """
            select a.attachment_id
            from attachment.attachment a
            where a.bound_at is null
              and a.expires_at < :now
              and a.attachment_id > :after
            order by a.attachment_id
            limit 100
            """;

    /** One that was bound meanwhile stays, and its pieces with it. */
    private static final String DROP = """
            delete from attachment.attachment a
            where a.attachment_id = :id
              and a.bound_at is null
            """;

    private static final String DROP_PIECES = """
            delete from attachment.piece p
            where p.attachment_id = :id
            """;

    private final JdbcClient sql;

    AttachmentStore(JdbcClient sql) {
        this.sql = sql;
    }

    long nextId() {
        return sql.sql(NEXT_ID).query(Long.class).single();
    }

    void begin(long id, long file, long head, String place, long by, Instant at, Instant expires) {
        sql.sql(BEGIN)
                .param("id", id)
                .param("file", file)
                .param("head", head)
                .param("place", place)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("expires", Timestamp.from(expires))
                .update();
    }

    void insertPiece(long id, int no, byte[] body) {
        sql.sql(PIECE).param("id", id).param("no", no).param("body", body).update();
    }

    void finish(long id, long size, byte[] about) {
        sql.sql(FINISH)
                .param("id", id)
                .param("size", size)
                .param("about", about)
                .update();
    }

    Optional<Kept> find(long id) {
        return sql.sql(FIND)
                .param("id", id)
                .query((row, n) -> new Kept(
                        row.getLong("attachment_id"),
                        row.getLong("file_id"),
                        row.getLong("head_id"),
                        row.getString("place"),
                        row.getLong("size"),
                        row.getBytes("about"),
                        row.getLong("handed_over_by"),
                        row.getTimestamp("handed_over_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getTimestamp("bound_at") != null))
                .optional();
    }

    /** How many files somebody has handed over that nothing names yet. */
    long unused(long by, Instant now) {
        return sql.sql(UNUSED)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    boolean bind(long id, Instant at) {
        return sql.sql(BIND).param("id", id).param("at", Timestamp.from(at)).update() == 1;
    }

    Optional<byte[]> piece(long id, int no) {
        return sql.sql(FIND_PIECE)
                .param("id", id)
                .param("no", no)
                .query((row, n) -> row.getBytes("body"))
                .optional();
    }

    List<Long> expired(Instant now, long after) {
        return sql.sql(EXPIRED)
                .param("now", Timestamp.from(now))
                .param("after", after)
                .query(Long.class)
                .list();
    }

    /** Whether it was dropped; what is bound isn't. */
    boolean drop(long id) {
        boolean gone = sql.sql(DROP).param("id", id).update() == 1;
        if (gone) {
            sql.sql(DROP_PIECES).param("id", id).update();
        }
        return gone;
    }

    /** A row; {@code about} is sealed. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Kept(
            long id,
            long fileId,
            long headId,
            String place,
            long size,
            byte[] about,
            long by,
            Instant at,
            Instant expires,
            boolean bound) {}
}
