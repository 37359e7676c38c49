package io.clientela.customer.view;

import io.clientela.access.Accounts;
import io.clientela.access.Department;
import io.clientela.access.Departments;
import io.clientela.access.Roles;
import io.clientela.customer.view.View.Circle;
import io.clientela.customer.view.View.Circle.Kind;
import io.clientela.kernel.Actor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The circles somebody belongs to: what is shared with them they see, and with them they may share. */
@Component
class Circles {

    private final Accounts accounts;
    private final Departments departments;
    private final Roles roles;

    Circles(Accounts accounts, Departments departments, Roles roles) {
        this.accounts = accounts;
        this.departments = departments;
        this.roles = roles;
    }

    /** With their names; the department first, each one above it behind it. */
    Map<Circle, String> of(Actor actor) {
        Map<Circle, String> circles = new LinkedHashMap<>();
        above(actor)
                .forEach(department ->
                        circles.put(new Circle(Kind.DEPARTMENT, Long.toString(department.id())), department.name()));
        accounts.find(actor.userId())
                .ifPresent(account -> account.roles()
                        .forEach(key -> roles.find(key)
                                .ifPresent(role ->
                                        circles.put(new Circle(Kind.ROLE, key), role.label(actor.language())))));
        circles.put(new Circle(Kind.ALL, ""), "");
        return circles;
    }

    private List<Department> above(Actor actor) {
        Map<Long, Department> byId = new HashMap<>();
        departments.all().forEach(department -> byId.put(department.id(), department));
        List<Department> line = new ArrayList<>();
        long at = actor.departmentId().orElse(0);
        for (Department next = byId.get(at);
                next != null;
                next = byId.get(next.parentId().orElse(0))) {
            line.add(next);
        }
        return line;
    }
}
