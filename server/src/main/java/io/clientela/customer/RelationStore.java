package io.clientela.customer;

import io.clientela.kernel.Scope;
import java.sql.Date;
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

/** Which customers stand in a relation to each other, found from both sides. */
@Repository
class RelationStore {

    /** Nobody's id, and not that of files without an owner. */
    private static final long NONE = -1;

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

    /** A relation is seen by whoever sees the customer in whose file it stands. */
    private static final String SEEN = COLUMNS + """
            join customer.file f on f.file_id = r.head_id
            where (r.head_id = any(:heads) or r.other_head_id = any(:heads))
              and r.head_id <> r.other_head_id
              and f.listed
              and (:all or f.owner_id = :user or f.department_id = any(:departments))
            order by r.item_id
            limit :limit
            """;

    private static final String TOUCHING = COLUMNS + """
            where (r.head_id = any(:heads) or r.other_head_id = any(:heads))
              and r.head_id <> r.other_head_id
            order by r.item_id
            """;

    private static final String ALL = COLUMNS + """
            where r.head_id <> r.other_head_id
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
                .param("until", relation.until().map(Date::valueOf).orElse(null), Types.DATE)
                .update();
    }

    void untie(long fileId, Collection<Long> items) {
        sql.sql(UNTIE)
                .param("file", fileId)
                .param("items", items.toArray(Long[]::new))
                .update();
    }

    /** Those of any of these heads, from either side, that stand in files of a scope. */
    List<Relation> seen(Collection<Long> heads, Scope scope, int limit) {
        return sql.sql(SEEN)
                .param("heads", heads.toArray(Long[]::new))
                .param("all", scope instanceof Scope.All)
                .param(
                        "user",
                        switch (scope) {
                            case Scope.Own own -> own.userId();
                            case Scope.Departments some -> some.userId();
                            case Scope.All all -> NONE;
                            case Scope.None none -> NONE;
                        })
                .param(
                        "departments",
                        scope instanceof Scope.Departments some
                                ? some.departmentIds().toArray(Long[]::new)
                                : new Long[0])
                .param("limit", limit)
                .query((row, n) -> relation(row))
                .list();
    }

    /** The same whoever sees them, for what isn't told to anybody. */
    List<Relation> touching(Collection<Long> heads) {
        return sql.sql(TOUCHING)
                .param("heads", heads.toArray(Long[]::new))
                .query((row, n) -> relation(row))
                .list();
    }

    List<Relation> all() {
        return sql.sql(ALL).query((row, n) -> relation(row)).list();
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
                Optional.ofNullable(row.getDate("until_on")).map(Date::toLocalDate));
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

        boolean isOf(RelationKind.Circle circle) {
            return kind.circle().filter(circle::equals).isPresent();
        }
    }
}
