package io.clientela.customer;

import io.clientela.kernel.Scope;

/** Whether a file lies within what somebody may see. */
final class InScope {

    private InScope() {}

    static boolean of(Scope scope, FileRow file) {
        return of(scope, file.ownerId(), file.departmentId());
    }

    static boolean of(Scope scope, long ownerId, long departmentId) {
        return switch (scope) {
            case Scope.All all -> true;
            case Scope.Departments departments ->
                departments.userId() == ownerId || departments.departmentIds().contains(departmentId);
            case Scope.Own own -> own.userId() == ownerId;
            case Scope.None none -> false;
        };
    }
}
