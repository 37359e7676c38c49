package io.clientela.customer;

import io.clientela.kernel.Scope;

/** Whether, and why, a file lies within what somebody may see. */
enum InScope {
    /** It belongs to them. */
    OWN,
    /** It belongs to one of the departments they see. */
    DEPARTMENT,
    /** They see every file. */
    ALL,
    NOT;

    static boolean of(Scope scope, FileRow file) {
        return of(scope, file.ownerId(), file.departmentId());
    }

    static boolean of(Scope scope, long ownerId, long departmentId) {
        return why(scope, ownerId, departmentId) != NOT;
    }

    static InScope why(Scope scope, long ownerId, long departmentId) {
        return switch (scope) {
            case Scope.All all -> ALL;
            case Scope.Departments some when some.userId() == ownerId -> OWN;
            case Scope.Departments some -> some.departmentIds().contains(departmentId) ? DEPARTMENT : NOT;
            case Scope.Own own -> own.userId() == ownerId ? OWN : NOT;
            case Scope.None none -> NOT;
        };
    }
}
