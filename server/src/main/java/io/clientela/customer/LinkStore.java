package io.clientela.customer;

import io.clientela.customer.Link.Pick;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links that make one customer of several files, and what was picked with them. */
@Repository
class LinkStore {

    private static final String LINKED = """
            select l.file_id
            from customer.link l
            where l.file_id = any(:ids)
              and l.ended_at is null
            union
            select l.with_id
            from customer.link l
            where l.with_id = any(:ids)
              and l.ended_at is null
            union
            select l.head_id
            from customer.link l
            where l.head_id = any(:ids)
              and l.ended_at is null
            """;

    private static final String OF_GROUPS = """
            select l.link_id, l.file_id, l.with_id, l.file_seq, l.with_seq, l.chosen_id
            from customer.link l
            where l.head_id = any(:heads)
              and l.ended_at is null
            order by l.link_id
            """;

    private static final String PICKS = """
            select p.link_id, p.file_id, p.field, p.entry_id
            from customer.pick p
            join customer.link l on l.link_id = p.link_id
            where l.head_id = any(:heads)
              and l.ended_at is null
            order by p.entry_id
            """;

    private static final String NEXT_ID = """
            select nextval(pg_get_serial_sequence('customer.link', 'link_id'))
            """;

    private static final String INSERT = """
            insert into customer.link (
              link_id, file_id, head_id, with_id, file_seq, with_seq, chosen_id, made_at, made_by, reason
            )
            overriding system value
            values (
              :link, :file, :file, :with, :fileSeq, :withSeq, :chosen, :at, :by, ''
            )
            """;

    private static final String END = """
            update customer.link
            set ended_at = :at,
                ended_by = :by
            where link_id = :link
            """;

    private static final String PICK = """
            insert into customer.pick (link_id, file_id, head_id, field, entry_id)
            values (:link, :file, :file, :field, :entry)
            on conflict (link_id, field) do update
            set file_id = excluded.file_id,
                head_id = excluded.head_id,
                entry_id = excluded.entry_id
            """;

    private final JdbcClient sql;

    LinkStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those of these files that are linked to another now. */
    List<Long> linked(Collection<Long> fileIds) {
        return sql.sql(LINKED)
                .param("ids", fileIds.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** The links of the groups with these heads, the oldest first. */
    List<Link> ofGroups(Collection<Long> heads) {
        return sql.sql(OF_GROUPS)
                .param("heads", heads.toArray(Long[]::new))
                .query((row, n) -> {
                    long chosen = row.getLong("chosen_id");
                    return new Link(
                            row.getLong("link_id"),
                            row.getLong("file_id"),
                            row.getLong("with_id"),
                            row.getInt("file_seq"),
                            row.getInt("with_seq"),
                            chosen == 0 ? Optional.empty() : Optional.of(chosen));
                })
                .list();
    }

    /** What was picked with them, in the order it was said. */
    List<Pick> picks(Collection<Long> heads) {
        return sql.sql(PICKS)
                .param("heads", heads.toArray(Long[]::new))
                .query((row, n) -> new Pick(
                        row.getLong("link_id"),
                        row.getLong("file_id"),
                        row.getString("field"),
                        row.getLong("entry_id")))
                .list();
    }

    long nextId() {
        return sql.sql(NEXT_ID).query(Long.class).single();
    }

    /** Reasons name people and stand in the entries, which are sealed; none is kept here. */
    void make(Link link, long by, Instant at) {
        sql.sql(INSERT)
                .param("link", link.id())
                .param("file", link.fileId())
                .param("with", link.withId())
                .param("fileSeq", link.fileSeq())
                .param("withSeq", link.withSeq())
                .param("chosen", link.chosen().orElse(null), java.sql.Types.BIGINT)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    void end(long link, long by, Instant at) {
        sql.sql(END)
                .param("link", link)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    void pick(Pick pick) {
        sql.sql(PICK)
                .param("link", pick.link())
                .param("file", pick.fileId())
                .param("field", pick.field())
                .param("entry", pick.entryId())
                .update();
    }
}
