package io.clientela.audit;

import io.clientela.kernel.Actor;
import io.clientela.kernel.FileId;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What the trail tells of one deed. Never a personal value: ids, counts, field keys and keyed hashes only.
 *
 * @param action what was done, like {@code customer.read}
 * @param fileId the file it was done to, empty when it concerns none
 * @param headId whom that file belongs to now
 * @param subject another thing it was done to, like {@code account:7}; empty when none
 * @param runId the import run behind it, 0 when none
 */
public record AuditEvent(
        long actorId,
        String actorName,
        String action,
        OptionalLong fileId,
        OptionalLong headId,
        String subject,
        long runId,
        Map<String, String> detail,
        String origin,
        String channel,
        Outcome outcome) {

    /** How the deed ended. */
    public enum Outcome {
        DONE,
        REFUSED,
        FAILED
    }

    public AuditEvent {
        detail = Map.copyOf(detail);
    }

    /** Something {@code actor} did. */
    public static AuditEvent by(Actor actor, String action) {
        return of(actor.userId(), actor.name(), action, actor.origin(), actor.channel());
    }

    /** Something done by an account whose rights aren't worked out, or by nobody known (id 0, empty name). */
    public static AuditEvent of(long actorId, String actorName, String action, String origin, String channel) {
        return new AuditEvent(
                actorId,
                actorName,
                action,
                OptionalLong.empty(),
                OptionalLong.empty(),
                "",
                0,
                Map.of(),
                origin,
                channel,
                Outcome.DONE);
    }

    public AuditEvent about(FileId file) {
        return about(file, file);
    }

    public AuditEvent about(FileId file, FileId head) {
        return new AuditEvent(
                actorId,
                actorName,
                action,
                OptionalLong.of(file.value()),
                OptionalLong.of(head.value()),
                subject,
                runId,
                detail,
                origin,
                channel,
                outcome);
    }

    public AuditEvent subject(String what) {
        return new AuditEvent(
                actorId, actorName, action, fileId, headId, what, runId, detail, origin, channel, outcome);
    }

    public AuditEvent run(long id) {
        return new AuditEvent(
                actorId, actorName, action, fileId, headId, subject, id, detail, origin, channel, outcome);
    }

    /** Adds one detail to those already there. */
    public AuditEvent with(String key, Object value) {
        Map<String, String> more = new TreeMap<>(detail);
        more.put(key, String.valueOf(value));
        return new AuditEvent(
                actorId, actorName, action, fileId, headId, subject, runId, more, origin, channel, outcome);
    }

    public AuditEvent outcome(Outcome how) {
        return new AuditEvent(actorId, actorName, action, fileId, headId, subject, runId, detail, origin, channel, how);
    }
}
