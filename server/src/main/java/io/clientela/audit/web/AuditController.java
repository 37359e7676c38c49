package io.clientela.audit.web;

import io.clientela.audit.AuditSearch;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Messages;
import io.clientela.platform.Needs;
import java.time.ZoneId;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private final AuditSearch search;
    private final Messages messages;
    private final ZoneId zone;

    AuditController(AuditSearch search, Messages messages, ZoneId zone) {
        this.search = search;
        this.messages = messages;
        this.zone = zone;
    }

    @GetMapping
    @Needs(Functions.AUDIT_READ)
    AuditPageView find(@ParameterObject AuditParameters parameters, Actor actor) {
        return AuditPageView.of(search.find(actor, parameters.query(zone)));
    }

    @PostMapping("/verification")
    @Needs(Functions.AUDIT_READ)
    VerificationView verify(Actor actor) {
        return VerificationView.of(search.verify(actor), actor.language(), messages);
    }
}
