package io.clientela.access.web;

import io.clientela.access.Department;
import io.clientela.access.Departments;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import io.clientela.platform.SignedIn;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/departments")
class DepartmentController {

    private final Departments departments;

    DepartmentController(Departments departments) {
        this.departments = departments;
    }

    /** Everybody may know how the organisation is cut. */
    @GetMapping
    @SignedIn
    Items<DepartmentView> list() {
        return new Items<>(departments.all().stream().map(DepartmentView::of).toList());
    }

    @PostMapping
    @Needs(Functions.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    DepartmentView create(@RequestBody DepartmentBody body, Actor actor) {
        return DepartmentView.of(departments.create(actor, body.department(0)));
    }

    @PutMapping("/{id}")
    @Needs(Functions.ACCESS_MANAGE)
    DepartmentView change(@PathVariable long id, @RequestBody DepartmentBody body, Actor actor) {
        return DepartmentView.of(departments.change(actor, body.department(id)));
    }

    /** Ends a department nobody is in; it keeps its place and its customers' files. */
    @PutMapping("/{id}/retirement")
    @Needs(Functions.ACCESS_MANAGE)
    DepartmentView retire(@PathVariable long id, Actor actor) {
        return DepartmentView.of(departments.retire(actor, id));
    }

    /** Takes an ended department up again. */
    @DeleteMapping("/{id}/retirement")
    @Needs(Functions.ACCESS_MANAGE)
    DepartmentView reinstate(@PathVariable long id, Actor actor) {
        return DepartmentView.of(departments.reinstate(actor, id));
    }

    record DepartmentBody(
            @Nullable String name,
            @Nullable Long parentId,
            @Nullable Long headId) {
        Department department(long id) {
            return new Department(id, name == null ? "" : name.strip(), Ids.optional(parentId), Ids.optional(headId));
        }
    }

    record DepartmentView(long id, String name, OptionalLong parentId, OptionalLong headId, boolean retired) {
        static DepartmentView of(Department department) {
            return new DepartmentView(
                    department.id(),
                    department.name(),
                    department.parentId(),
                    department.headId(),
                    department.retired());
        }
    }
}
