package io.clientela.access.web;

import io.clientela.access.Sessions;
import io.clientela.access.edge.WebSessions;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import io.clientela.platform.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where people are signed in: one's own sessions for everybody, all others for those who manage access. */
@RestController
@RequestMapping("/api/v1")
class OpenSessionController {

    private final Sessions sessions;
    private final WebSessions web;

    OpenSessionController(Sessions sessions, WebSessions web) {
        this.sessions = sessions;
        this.web = web;
    }

    @GetMapping("/sessions")
    @SignedIn
    Items<OpenSessionView> own(Actor actor, HttpServletRequest request) {
        return OpenSessionView.all(sessions.of(actor.userId(), web.id(request)));
    }

    /** Ends all of one's own sessions but this one. */
    @DeleteMapping("/sessions")
    @SignedIn
    Ended endOthers(Actor actor, HttpServletRequest request) {
        return new Ended(sessions.endOthers(actor, web.id(request)));
    }

    @DeleteMapping("/sessions/{key}")
    @SignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String key, Actor actor) {
        sessions.end(actor, key);
    }

    /** Everybody's, the last used first. */
    @GetMapping("/open-sessions")
    @Needs(Functions.ACCESS_MANAGE)
    Items<OpenSessionView> all(HttpServletRequest request) {
        return OpenSessionView.all(sessions.all(web.id(request)));
    }

    @GetMapping("/users/{id}/sessions")
    @Needs(Functions.ACCESS_MANAGE)
    Items<OpenSessionView> of(@PathVariable long id, HttpServletRequest request) {
        return OpenSessionView.all(sessions.of(id, web.id(request)));
    }

    @DeleteMapping("/users/{id}/sessions")
    @Needs(Functions.ACCESS_MANAGE)
    Ended endAll(@PathVariable long id, Actor actor) {
        return new Ended(sessions.endAll(actor, id));
    }

    @DeleteMapping("/users/{id}/sessions/{key}")
    @Needs(Functions.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long id, @PathVariable String key, Actor actor) {
        sessions.end(actor, id, key);
    }

    /** How many sessions were ended. */
    record Ended(int ended) {}
}
