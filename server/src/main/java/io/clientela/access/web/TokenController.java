package io.clientela.access.web;

import io.clientela.access.Token;
import io.clientela.access.Tokens;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import io.clientela.platform.SignedIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class TokenController {

    private final Tokens tokens;

    TokenController(Tokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/tokens")
    @SignedIn
    Items<TokenView> list(Actor actor) {
        return new Items<>(tokens.of(actor).stream().map(TokenView::of).toList());
    }

    @PostMapping("/tokens")
    @SignedIn
    @ResponseStatus(HttpStatus.CREATED)
    IssuedView issue(@RequestBody TokenBody body, Actor actor) {
        return IssuedView.of(tokens.issue(actor, body.label(), body.days()));
    }

    @DeleteMapping("/tokens/{id}")
    @SignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id, Actor actor) {
        tokens.revoke(actor, id);
    }

    /** Somebody's tokens in force, without their secrets. */
    @GetMapping("/users/{user}/tokens")
    @Needs(Functions.ACCESS_MANAGE)
    Items<TokenView> of(@PathVariable long user) {
        return new Items<>(tokens.of(user).stream().map(TokenView::of).toList());
    }

    /** Ends one of somebody's tokens at once. */
    @DeleteMapping("/users/{user}/tokens/{id}")
    @Needs(Functions.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long user, @PathVariable long id, Actor actor) {
        tokens.revoke(actor, user, id);
    }

    record TokenBody(String label, @Schema(example = "30") int days) {
        TokenBody(@Nullable String label, int days) {
            this.label = label == null ? "" : label;
            this.days = days;
        }
    }

    record TokenView(long id, String label, Instant expiresAt, Optional<Instant> lastUsedAt) {
        static TokenView of(Token token) {
            return new TokenView(token.id(), token.label(), token.expiresAt(), token.lastUsedAt());
        }
    }

    /** The only time the secret is shown. */
    record IssuedView(long id, String label, Instant expiresAt, String token) {
        static IssuedView of(Token.Issued issued) {
            Token token = issued.token();
            return new IssuedView(token.id(), token.label(), token.expiresAt(), issued.secret());
        }
    }
}
