package io.clientela.access;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.kernel.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What every change of access does besides: one at a time, told to the audit trail, in force at once. */
@Component
class AccessChanges {

    private final RoleStore roles;
    private final Actors actors;
    private final AuditTrail trail;

    AccessChanges(RoleStore roles, Actors actors, AuditTrail trail) {
        this.roles = roles;
        this.actors = actors;
        this.trail = trail;
    }

    /** Called first in the transaction of a change: changes wait for one another here. */
    void begin() {
        roles.await();
        TransactionSynchronizationManager.registerSynchronization(new Begun());
    }

    private final class Begun implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            actors.forget();
        }
    }

    /**
     * Tells what was changed: a kind like {@code role} and an id. Of a change that was begun every node hears by it, and only by it:
     * one that came to nothing leaves no trace, in the version of rights either.
     */
    void told(Actor by, String what, String subject, Map<String, String> detail) {
        AuditEvent event = AuditEvent.by(by, "access.changed").subject(subject).with("what", what);
        for (Map.Entry<String, String> entry : detail.entrySet()) {
            event = event.with(entry.getKey(), entry.getValue());
        }
        if (TransactionSynchronizationManager.getSynchronizations().stream().anyMatch(Begun.class::isInstance)) {
            roles.raiseVersion();
        }
        trail.record(event);
    }
}
