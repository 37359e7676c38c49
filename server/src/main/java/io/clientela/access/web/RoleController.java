package io.clientela.access.web;

import io.clientela.access.Consequence;
import io.clientela.access.Role;
import io.clientela.access.Roles;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
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
        Map<String, Integer> bearers = roles.bearers();
        return new Items<>(roles.all().stream()
                .map(role -> RoleView.of(role, bearers.getOrDefault(role.key(), 0), actor.language()))
                .toList());
    }

    /** Changes a role, held against {@code If-Match} where given; with {@code If-None-Match: *} makes a new one only. */
    @PutMapping("/{key}")
    @Needs(Functions.ACCESS_MANAGE)
    RoleView put(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String none,
            @RequestBody RoleBody body,
            Actor actor) {
        Role wanted = body.role(key, roles.find(key));
        Role kept = none.isEmpty() ? roles.put(actor, wanted, EntityTag.version(version)) : roles.create(actor, wanted);
        return RoleView.of(kept, roles.bearers().getOrDefault(key, 0), actor.language());
    }

    /** Takes away a role that nobody bears. */
    @DeleteMapping("/{key}")
    @Needs(Functions.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version,
            Actor actor) {
        roles.delete(actor, key, EntityTag.version(version));
    }

    /** What keeping the role as given would do to whom; changes nothing. */
    @PostMapping("/{key}/consequences")
    @Needs(Functions.ACCESS_MANAGE)
    Items<Consequence> consequences(@PathVariable String key, @RequestBody RoleBody body) {
        return new Items<>(roles.consequences(body.role(key, roles.find(key))));
    }
}
