package io.clientela.access.web;

import io.clientela.access.Account;
import io.clientela.access.Accounts;
import io.clientela.access.FirstNames;
import io.clientela.access.Identities;
import io.clientela.access.PasswordChange;
import io.clientela.access.SignIn;
import io.clientela.access.edge.WebSessions;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.platform.Language;
import io.clientela.platform.Open;
import io.clientela.platform.Organisation;
import io.clientela.platform.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/session")
class SessionController {

    private final SignIn signIn;
    private final Identities identities;
    private final WebSessions sessions;
    private final PasswordChange passwords;
    private final Accounts accounts;
    private final Organisation organisation;
    private final FirstNames names;

    SessionController(
            SignIn signIn,
            Identities identities,
            WebSessions sessions,
            PasswordChange passwords,
            Accounts accounts,
            Organisation organisation,
            FirstNames names) {
        this.signIn = signIn;
        this.identities = identities;
        this.sessions = sessions;
        this.passwords = passwords;
        this.accounts = accounts;
        this.organisation = organisation;
        this.names = names;
    }

    @GetMapping
    @SignedIn(beforePasswordChange = true)
    SessionView who(Actor actor) {
        return SessionView.of(
                actor,
                accounts.require(actor.userId()),
                accounts.department(actor),
                organisation.name(),
                organisation.zone());
    }

    @PostMapping
    @Open
    SessionView begin(@RequestBody SignInBody body, HttpServletRequest request) {
        // Asked before: whoever is in has come in.
        boolean first = names.awaited();
        Account account = body.signIn(signIn, request.getRemoteAddr());
        sessions.begin(request, account.id());
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        String languages = header == null ? "" : header;
        if (first) {
            names.follow(account, Language.accepted(languages, account.language()));
        }
        return identities
                .ofAccount(account.id(), request.getRemoteAddr(), languages)
                .map(identity -> who(identity.actor()))
                .orElseThrow(() -> new Refusal(CommonError.NOT_SIGNED_IN));
    }

    /** Whose one-time code it is, for whoever holds it: with this name they sign in from then on. The code isn't used up. */
    @PostMapping("/code")
    @Open
    BearerView bearer(@RequestBody SignInBody body, HttpServletRequest request) {
        return BearerView.of(signIn.bearer(body.code(), request.getRemoteAddr()));
    }

    @DeleteMapping
    @SignedIn(beforePasswordChange = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor, HttpServletRequest request) {
        signIn.out(actor);
        sessions.end(request);
    }

    @PutMapping("/password")
    @SignedIn(beforePasswordChange = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(@RequestBody PasswordBody body, Actor actor, HttpServletRequest request) {
        passwords.change(actor, body.current(), body.password(), sessions.id(request));
    }

    @PutMapping("/language")
    @SignedIn(beforePasswordChange = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void language(@RequestBody LanguageBody body, Actor actor) {
        accounts.speak(actor, body.language());
    }
}
