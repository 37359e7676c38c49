package io.clientela.access.web;

import io.clientela.access.Accounts;
import io.clientela.access.Standings;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
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
@RequestMapping("/api/v1/users")
class UserController {

    private final Accounts accounts;

    private final Standings standings;

    UserController(Accounts accounts, Standings standings) {
        this.accounts = accounts;
        this.standings = standings;
    }

    @GetMapping
    @Needs(Functions.ACCESS_MANAGE)
    Items<UserView> list() {
        return new Items<>(standings.all().stream().map(UserView::of).toList());
    }

    @PostMapping
    @Needs(Functions.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    UserView create(@RequestBody UserBody body, Actor actor) {
        return UserView.of(accounts.create(actor, body.fresh()));
    }

    @PutMapping("/{id}")
    @Needs(Functions.ACCESS_MANAGE)
    UserView change(@PathVariable long id, @RequestBody UserBody body, Actor actor) {
        return UserView.of(accounts.change(actor, id, body.over(accounts.require(id))));
    }

    /** A new one-time code for somebody without a password, or who has lost it. */
    @PostMapping("/{id}/invitation")
    @Needs(Functions.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    UserView invite(@PathVariable long id, Actor actor) {
        return UserView.of(accounts.invite(actor, id));
    }

    /** Ends a lock after failed sign-ins. */
    @DeleteMapping("/{id}/lock")
    @Needs(Functions.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(@PathVariable long id, Actor actor) {
        accounts.unlock(actor, id);
    }
}
