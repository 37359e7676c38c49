package io.clientela.customer;

import io.clientela.audit.AuditTrail;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** To which head files belong, and that every row of every room follows. */
@Repository
class HeadStore {

    private static final String HEADS = """
            select f.file_id, f.head_id
            from customer.file f
            where f.file_id = any(:ids)
            """;

    /** As the index has it. */
    private static final String ABSORBED = """
            select f.file_id
            from customer.file f
            where f.head_id = any(:heads)
              and f.head_id <> f.file_id
            """;

    /** As the index has it. */
    private static final String MERGED = """
            select distinct f.head_id
            from customer.file f
            where f.head_id <> f.file_id
              and f.head_id > :after
            order by f.head_id
            limit :limit
            """;

    private static final String COUNT_MERGED = """
            select count(distinct f.head_id)
            from customer.file f
            where f.head_id <> f.file_id
            """;

    private static final String STRAYS = """
            select distinct s.file, s.old_head, s.new_head
            from customer.stray_rows() as s
            """;

    private static final String SET = """
            select 1
            from (select kernel.set_head(:files, :olds, :head)) as done
            """;

    private final JdbcClient sql;
    private final AuditTrail audit;

    HeadStore(JdbcClient sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** The next customers that are several files, behind one, in the order of their ids. */
    List<Long> merged(long after, int limit) {
        return sql.sql(MERGED)
                .param("after", after)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    long countMerged() {
        return sql.sql(COUNT_MERGED).query(Long.class).single();
    }

    /** The head of each of these files, itself where it is linked to none. */
    Map<Long, Long> heads(Collection<Long> files) {
        Map<Long, Long> heads = new HashMap<>();
        if (!files.isEmpty()) {
            sql.sql(HEADS).param("ids", files.toArray(Long[]::new)).query(row -> {
                heads.put(row.getLong("file_id"), row.getLong("head_id"));
            });
        }
        return heads;
    }

    /** The files under these heads, without these. */
    List<Long> absorbed(Collection<Long> heads) {
        return heads.isEmpty()
                ? List.of()
                : sql.sql(ABSORBED)
                        .param("heads", heads.toArray(Long[]::new))
                        .query(Long.class)
                        .list();
    }

    /** Rows that bear a head which has come under another. */
    List<Stray> strays() {
        return sql.sql(STRAYS)
                .query((row, n) -> new Stray(row.getLong("file"), row.getLong("old_head"), row.getLong("new_head")))
                .list();
    }

    /** Gives every row about these files, in every room, this head; {@code olds} are the heads they had. */
    void set(Collection<Long> files, Collection<Long> olds, long head) {
        Set<Long> from = new HashSet<>(olds);
        // What was written for a file that has a head by somebody who didn't know bears the file itself.
        from.addAll(files);
        audit.follow(
                files,
                head,
                () -> sql.sql(SET)
                        .param("files", files.toArray(Long[]::new))
                        .param("olds", from.toArray(Long[]::new))
                        .param("head", head)
                        .query(Integer.class)
                        .single());
    }

    /** A file some of whose rows bear a head it doesn't belong to any more. */
    record Stray(long file, long oldHead, long newHead) {}
}
