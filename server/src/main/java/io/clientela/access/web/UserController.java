package io.clientela.access.web;

import io.clientela.access.Accounts;
import io.clientela.access.PublicAddress;
import io.clientela.access.SignIns;
import io.clientela.access.SignIns.SignInTold;
import io.clientela.access.Standings;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import io.clientela.platform.Organisation;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
@RequestMapping("/api/v1/users")
class UserController {

    private final Accounts accounts;
    private final Standings standings;
    private final SignIns signIns;
    private final Organisation organisation;
    private final PublicAddress address;

    UserController(
            Accounts accounts, Standings standings, SignIns signIns, Organisation organisation, PublicAddress address) {
        this.accounts = accounts;
        this.standings = standings;
        this.signIns = signIns;
        this.organisation = organisation;
        this.address = address;
    }

    @GetMapping
    @Needs(Functions.ACCESS_MANAGE)
    Items<UserView> list() {
        return new Items<>(standings.all().stream().map(UserView::of).toList());
    }

    @GetMapping("/{id}")
    @Needs(Functions.ACCESS_MANAGE)
    ResponseEntity<UserView> one(@PathVariable long id) {
        return tagged(id, Optional.empty(), HttpStatus.OK);
    }

    @PostMapping
    @Needs(Functions.ACCESS_MANAGE)
    ResponseEntity<UserView> create(@RequestBody UserBody body, Actor actor) {
        Accounts.Created made = accounts.create(actor, body.fresh(organisation.language()));
        return tagged(made.account().id(), made.code(), HttpStatus.CREATED);
    }

    /** Changes somebody, held against {@code If-Match} where given. */
    @PutMapping("/{id}")
    @Needs(Functions.ACCESS_MANAGE)
    ResponseEntity<UserView> change(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version,
            @RequestBody UserBody body,
            Actor actor) {
        accounts.change(actor, id, body.over(accounts.require(id)), EntityTag.version(version));
        return tagged(id, Optional.empty(), HttpStatus.OK);
    }

    /** A new one-time code for somebody without a password, or who has lost it. */
    @PostMapping("/{id}/invitation")
    @Needs(Functions.ACCESS_MANAGE)
    ResponseEntity<UserView> invite(@PathVariable long id, Actor actor) {
        return tagged(id, accounts.invite(actor, id).code(), HttpStatus.CREATED);
    }

    /** When somebody came in or tried to and was refused, the newest first. */
    @GetMapping("/{id}/sign-ins")
    @Needs(Functions.ACCESS_MANAGE)
    Items<SignInTold> signIns(@PathVariable long id) {
        return new Items<>(signIns.of(id));
    }

    private ResponseEntity<UserView> tagged(long id, Optional<String> code, HttpStatus status) {
        UserView view = UserView.of(standings.require(id), code, code.flatMap(address::welcome));
        return ResponseEntity.status(status).eTag("\"" + view.version() + "\"").body(view);
    }

    /** Ends a lock after failed sign-ins. */
    @DeleteMapping("/{id}/lock")
    @Needs(Functions.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(@PathVariable long id, Actor actor) {
        accounts.unlock(actor, id);
    }
}
