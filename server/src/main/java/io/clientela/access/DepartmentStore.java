package io.clientela.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the department tree. */
@Repository
class DepartmentStore {

    private static final String ALL = """
            select d.department_id, d.name, d.parent_id, d.head_account_id, r.department_id is not null as retired
            from access.department d
            left join access.department_retirement r on r.department_id = d.department_id
            order by d.department_id
            """;

    private static final String BY_ID = """
            select d.department_id, d.name, d.parent_id, d.head_account_id, r.department_id is not null as retired
            from access.department d
            left join access.department_retirement r on r.department_id = d.department_id
            where d.department_id = :department
            """;

    private static final String SUBTREE = """
            with recursive below as (
              select d.department_id
              from access.department d
              where d.department_id = :department
              union
              select d.department_id
              from access.department d
              join below b on b.department_id = d.parent_id
            )
            select department_id
            from below
            """;

    private static final String INSERT = """
            insert into access.department (parent_id, name, head_account_id, created_at)
            values (:parent, :name, :head, :at)
            returning department_id
            """;

    private static final String UPDATE = """
            update access.department
            set parent_id = :parent,
                name = :name,
                head_account_id = :head
            where department_id = :department
            """;

    private static final String RETIRE = """
            insert into access.department_retirement (department_id, retired_by, retired_at)
            values (:department, :by, :at)
            on conflict (department_id) do nothing
            """;

    private static final String REINSTATE = """
            delete from access.department_retirement
            where department_id = :department
            """;

    private static final String IN_USE = """
            select exists (select 1
                           from access.account a
                           where a.department_id = :department
                             and a.active)
                or exists (select 1
                           from access.department d
                           where d.parent_id = :department
                             and not exists (select 1
                                             from access.department_retirement r
                                             where r.department_id = d.department_id))
            """;

    private final JdbcClient sql;

    DepartmentStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Department> all() {
        return sql.sql(ALL).query((row, n) -> department(row)).list();
    }

    Optional<Department> find(long id) {
        return sql.sql(BY_ID)
                .param("department", id)
                .query((row, n) -> department(row))
                .optional();
    }

    /** The department itself and all below it. */
    Set<Long> subtree(long id) {
        return new HashSet<>(
                sql.sql(SUBTREE).param("department", id).query(Long.class).list());
    }

    long insert(Department fresh, Instant at) {
        return sql.sql(INSERT)
                .param("parent", AccountStore.nullable(fresh.parentId()), Types.BIGINT)
                .param("name", fresh.name())
                .param("head", AccountStore.nullable(fresh.headId()), Types.BIGINT)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    void update(Department changed) {
        sql.sql(UPDATE)
                .param("department", changed.id())
                .param("parent", AccountStore.nullable(changed.parentId()), Types.BIGINT)
                .param("name", changed.name())
                .param("head", AccountStore.nullable(changed.headId()), Types.BIGINT)
                .update();
    }

    void retire(long id, long by, Instant at) {
        sql.sql(RETIRE)
                .param("department", id)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    void reinstate(long id) {
        sql.sql(REINSTATE).param("department", id).update();
    }

    /** Whether active people or departments at work are right in it. */
    boolean inUse(long id) {
        return sql.sql(IN_USE).param("department", id).query(Boolean.class).single();
    }

    private static Department department(ResultSet row) throws SQLException {
        return new Department(
                row.getLong("department_id"),
                row.getString("name"),
                id(row, "parent_id"),
                id(row, "head_account_id"),
                row.getBoolean("retired"));
    }

    private static OptionalLong id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(id);
    }
}
