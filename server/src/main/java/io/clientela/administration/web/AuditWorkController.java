package io.clientela.administration.web;

import io.clientela.access.People;
import io.clientela.administration.Verification;
import io.clientela.administration.Verifications;
import io.clientela.exchange.Export;
import io.clientela.exchange.Exports;
import io.clientela.exchange.spi.ExportSource.Wish;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.platform.Messages;
import io.clientela.platform.Needs;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The trail taken out and verified, both in the background. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditWorkController {

    private static final String RECORD = "audit";

    private final Exports exports;
    private final Verifications verifications;
    private final Messages messages;
    private final People people;

    AuditWorkController(Exports exports, Verifications verifications, Messages messages, People people) {
        this.exports = exports;
        this.verifications = verifications;
        this.messages = messages;
        this.people = people;
    }

    /** Asks for a file of what fits; {@code filter} is asked as the list is, {@code format} csv, tsv, xlsx or json. */
    @PostMapping("/exports")
    @Needs(Functions.AUDIT_READ)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Export export(@RequestBody AuditExportBody body, Actor actor) {
        return exports.start(body.wish(), body.format() == null ? "csv" : body.format(), actor);
    }

    @GetMapping("/exports/{id}")
    @Needs(Functions.AUDIT_READ)
    Export export(@PathVariable long id, Actor actor) {
        return own(id, actor);
    }

    @GetMapping("/exports/{id}/content")
    @Needs(Functions.AUDIT_READ)
    void content(@PathVariable long id, Actor actor, HttpServletResponse response) throws IOException {
        own(id, actor);
        exports.send(id, actor, response::setContentType, response::setHeader, response::getOutputStream);
    }

    private Export own(long id, Actor actor) {
        Export export = exports.find(id, actor);
        if (!RECORD.equals(export.type())) {
            throw new Refusal(CommonError.NOT_FOUND);
        }
        return export;
    }

    /** Has the trail verified; while that goes on, answers the one that does. */
    @PostMapping("/verifications")
    @Needs(Functions.AUDIT_READ)
    @ResponseStatus(HttpStatus.ACCEPTED)
    VerificationWorkView verify(Actor actor) {
        return view(verifications.start(actor), actor);
    }

    /** The last verification asked for; none where nobody has. */
    @GetMapping("/verifications")
    @Needs(Functions.AUDIT_READ)
    Verified last(Actor actor) {
        return new Verified(
                verifications.last().map(one -> List.of(view(one, actor))).orElse(List.of()));
    }

    @GetMapping("/verifications/{id}")
    @Needs(Functions.AUDIT_READ)
    VerificationWorkView one(@PathVariable long id, Actor actor) {
        return view(verifications.find(id), actor);
    }

    private VerificationWorkView view(Verification verification, Actor actor) {
        return VerificationWorkView.of(
                verification, people.displayName(verification.askedBy()), actor.language(), messages);
    }

    record Verified(List<VerificationWorkView> items) {}

    record AuditExportBody(
            @Nullable Map<String, @Nullable String> filter,
            @Nullable String format) {

        Wish wish() {
            Map<String, String> asked = new HashMap<>();
            if (filter != null) {
                filter.forEach((key, value) -> {
                    if (value != null && !value.isBlank()) {
                        asked.put(key, value);
                    }
                });
            }
            return new Wish(RECORD, "", asked, Optional.empty(), List.of(), "");
        }
    }
}
