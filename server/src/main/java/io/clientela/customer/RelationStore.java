package io.clientela.customer;

import io.clientela.customer.RelationKind.Circle;
import io.clientela.kernel.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which customers stand in a relation to each other, found from both sides. A relation is seen by whoever sees one of the two. */
@Repository
class RelationStore {

    private static final String TIE = """
            insert into customer.relation (file_id, head_id, item_id, other_id, other_head_id, kind, until_on)
            select :file, own.head_id, :item, f.file_id, f.head_id, :kind, :until
            from customer.file f
            join customer.file own on own.file_id = :file
            where f.number = :number
            """;

    private static final String UNTIE = """
            delete from customer.relation r
            where r.file_id = :file
              and r.item_id = any(:items)
            """;

    private static final String COLUMNS = """
            select r.file_id, r.head_id, r.item_id, r.other_head_id, r.kind, r.until_on
            from customer.relation r
            """;

    private static final String SEEN = """
            join customer.file f on f.file_id = r.head_id
            where r.head_id <> r.other_head_id
              and f.listed
            """;

    private static final String OF_KINDS = COLUMNS + SEEN + """
              and (r.head_id = :head or r.other_head_id = :head)
              and r.kind = any(:kinds)
            order by r.item_id desc
            limit :limit
            """;

    private static final String OF_OTHER_KINDS = COLUMNS + SEEN + """
              and (r.head_id = :head or r.other_head_id = :head)
              and r.kind <> all(:kinds)
            order by r.item_id desc
            limit :limit
            """;

    private static final String BETWEEN = COLUMNS + SEEN + """
              and r.head_id = any(:heads)
              and r.other_head_id = any(:heads)
            order by r.item_id
            """;

    /** Both are asked for: a relation seen from one of its sides is seen. */
    private static final String IN_SCOPE = """
            join customer.file o on o.file_id = r.other_head_id
            """ + SEEN + """
              and (:all or f.owner_id = :user or f.department_id = any(:departments)
                or o.owner_id = :user or o.department_id = any(:departments))
            """;

    /** {@code :own} are the kinds said in the file of the one looked from, {@code :inverse} those said of them in another's. */
    private static final String FROM = COLUMNS + IN_SCOPE + """
              and (r.head_id = any(:heads) and r.kind = any(:own)
                or r.other_head_id = any(:heads) and r.kind = any(:inverse))
            order by r.item_id
            limit :limit
            """;

    private static final String UNSEEN_BETWEEN = COLUMNS + """
            where r.head_id = any(:heads)
              and r.other_head_id = any(:heads)
              and r.head_id <> r.other_head_id
            """;

    private static final String UNSEEN_FROM = COLUMNS + """
            where (r.head_id = any(:heads) and r.kind = any(:own)
                or r.other_head_id = any(:heads) and r.kind = any(:inverse))
              and r.head_id <> r.other_head_id
            order by r.item_id
            limit :limit
            """;

    /** Two of unlike types are never compared. */
    private static final String PORTION = COLUMNS + """
            join customer.file f on f.file_id = r.head_id
            join customer.file o on o.file_id = r.other_head_id
            where (r.file_id, r.item_id) > (:file, :item)
              and r.head_id <> r.other_head_id
              and f.record_type = :record
              and o.record_type = :record
            order by r.file_id, r.item_id
            limit :limit
            """;

    private static final String AMONG = """
            select distinct r.other_id
            from customer.relation r
            join customer.file f on f.file_id = r.head_id
            where r.other_head_id = any(:files)
              and r.file_id <> all(:files)
              and f.listed
            """;

    private final JdbcClient sql;

    RelationStore(JdbcClient sql) {
        this.sql = sql;
    }

    void tie(long fileId, long itemId, RelationParts relation) {
        sql.sql(TIE)
                .param("file", fileId)
                .param("item", itemId)
                .param("number", relation.customer())
                .param("kind", relation.kind().code())
                .param("until", relation.until().orElse(null), Types.DATE)
                .update();
    }

    void untie(long fileId, Collection<Long> items) {
        sql.sql(UNTIE)
                .param("file", fileId)
                .param("items", items.toArray(Long[]::new))
                .update();
    }

    /** Those that hold a group together with this head in it, the latest first. */
    List<Relation> ofCircles(long head, int limit) {
        return of(OF_KINDS, head, limit);
    }

    /** All others of this head, the latest first. */
    List<Relation> others(long head, int limit) {
        return of(OF_OTHER_KINDS, head, limit);
    }

    private List<Relation> of(String statement, long head, int limit) {
        return sql.sql(statement)
                .param("head", head)
                .param("kinds", RelationKind.ofCircles().toArray(String[]::new))
                .param("limit", limit)
                .query((row, n) -> relation(row))
                .list();
    }

    /** Those between any two of these heads that stand in files that are there. */
    List<Relation> told(Collection<Long> heads) {
        return sql.sql(BETWEEN)
                .param("heads", heads.toArray(Long[]::new))
                .query((row, n) -> relation(row))
                .list();
    }

    /** Those that put one of these heads below somebody. */
    List<Relation> above(Collection<Long> heads, Circle circle, Scope scope, int limit) {
        return from(heads, circle, true, scope, limit);
    }

    /** Those that put somebody below one of these heads. */
    List<Relation> below(Collection<Long> heads, Circle circle, Scope scope, int limit) {
        return from(heads, circle, false, scope, limit);
    }

    private List<Relation> from(Collection<Long> heads, Circle circle, boolean above, Scope scope, int limit) {
        return ScopeParams.put(sql.sql(FROM), scope)
                .param("heads", heads.toArray(Long[]::new))
                .param("own", RelationKind.of(circle, above).toArray(String[]::new))
                .param("inverse", RelationKind.of(circle, !above).toArray(String[]::new))
                .param("limit", limit)
                .query((row, n) -> relation(row))
                .list();
    }

    /** Those between any two of these heads, also by files that were withdrawn. */
    List<Relation> between(Collection<Long> heads) {
        return sql.sql(UNSEEN_BETWEEN)
                .param("heads", heads.toArray(Long[]::new))
                .query((row, n) -> relation(row))
                .list();
    }

    /** Those of any group that put one of these heads below somebody, or above, whoever sees them. */
    List<Relation> ofCircles(Collection<Long> heads, boolean above, int limit) {
        return sql.sql(UNSEEN_FROM)
                .param("heads", heads.toArray(Long[]::new))
                .param("own", RelationKind.ofCircles(above).toArray(String[]::new))
                .param("inverse", RelationKind.ofCircles(!above).toArray(String[]::new))
                .param("limit", limit)
                .query((row, n) -> relation(row))
                .list();
    }

    /** Those between customers of one type behind one of them. */
    List<Relation> portion(String record, long file, long item, int limit) {
        return sql.sql(PORTION)
                .param("record", record)
                .param("file", file)
                .param("item", item)
                .param("limit", limit)
                .query((row, n) -> relation(row))
                .list();
    }

    /** Those of these files that others name. */
    Set<Long> among(Collection<Long> files) {
        return new HashSet<>(sql.sql(AMONG)
                .param("files", files.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    private static Relation relation(ResultSet row) throws SQLException {
        return new Relation(
                row.getLong("file_id"),
                row.getLong("head_id"),
                row.getLong("item_id"),
                row.getLong("other_head_id"),
                RelationKind.of(row.getString("kind")),
                Optional.ofNullable(row.getObject("until_on", LocalDate.class)));
    }

    /**
     * A relation as it stands in the file of one of the two.
     *
     * @param kind what the other is to the customer in whose file it stands
     * @param until its last day, if it has one
     */
    record Relation(
            long fileId, long headId, long itemId, long otherHeadId, RelationKind kind, Optional<LocalDate> until) {

        boolean isOver(LocalDate today) {
            return until.filter(day -> day.isBefore(today)).isPresent();
        }

        /** Of one that holds a group together: who stands above. */
        long above() {
            return kind.above() ? otherHeadId : headId;
        }

        long below() {
            return kind.above() ? headId : otherHeadId;
        }

        boolean isOf(Circle circle) {
            return kind.circle().filter(circle::equals).isPresent();
        }
    }
}
