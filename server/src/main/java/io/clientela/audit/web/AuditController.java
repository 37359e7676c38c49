package io.clientela.audit.web;

import io.clientela.audit.AuditSearch;
import io.clientela.audit.AuditWords;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Messages;
import io.clientela.platform.Needs;
import io.clientela.platform.Organisation;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private final AuditSearch search;
    private final AuditWords words;
    private final Messages messages;
    private final Organisation organisation;

    AuditController(AuditSearch search, AuditWords words, Messages messages, Organisation organisation) {
        this.search = search;
        this.words = words;
        this.messages = messages;
        this.organisation = organisation;
    }

    @GetMapping
    @Needs(Functions.AUDIT_READ)
    AuditPageView find(@ParameterObject AuditParameters parameters, Actor actor) {
        return AuditPageView.of(search.find(actor, parameters.query(organisation.zone())), words, actor.language());
    }

    /** What can be asked for, in words. */
    @GetMapping("/actions")
    @Needs(Functions.AUDIT_READ)
    ActionList actions(Actor actor) {
        return new ActionList(words.actions(actor.language()));
    }

    @PostMapping("/verification")
    @Needs(Functions.AUDIT_READ)
    VerificationView verify(Actor actor) {
        return VerificationView.of(search.verify(actor), actor.language(), messages);
    }

    record ActionList(List<AuditWords.Known> items) {}
}
