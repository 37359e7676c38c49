package io.clientela.customer;

import io.clientela.kernel.Scope;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A scope as parameters of a statement that asks for {@code :all or f.owner_id = :user or f.department_id = any(:departments)}. */
final class ScopeParams {

    /** Nobody's id, and not that of files without an owner. */
    private static final long NONE = -1;

    private ScopeParams() {}

    static StatementSpec put(StatementSpec statement, Scope scope) {
        return statement
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
                                : new Long[0]);
    }
}
