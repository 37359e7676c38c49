package io.clientela.access.web;

import io.clientela.access.Roles;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/roles")
class RoleController {

    private final Roles roles;

    RoleController(Roles roles) {
        this.roles = roles;
    }

    @GetMapping
    @Needs(Functions.ACCESS_MANAGE)
    Items<RoleView> list(Actor actor) {
        return new Items<>(roles.all().stream()
                .map(role -> RoleView.of(role, actor.language()))
                .toList());
    }

    @PutMapping("/{key}")
    @Needs(Functions.ACCESS_MANAGE)
    RoleView put(@PathVariable String key, @RequestBody RoleBody body, Actor actor) {
        return RoleView.of(roles.put(actor, body.role(key, roles.find(key))), actor.language());
    }
}
