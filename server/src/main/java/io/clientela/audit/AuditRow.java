package io.clientela.audit;

import io.clientela.platform.Json;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.TreeMap;

/** One row of the trail as it stands in the database; {@code stamp} is empty until it has been made. */
record AuditRow(
        long eventId,
        long xid,
        Instant happenedAt,
        long actorId,
        String actorName,
        String action,
        OptionalLong fileId,
        OptionalLong headId,
        String subject,
        long runId,
        String detail,
        String origin,
        String channel,
        String outcome,
        KeyedHash stamp) {

    static AuditRow of(AuditEvent event, Instant at, long eventId, long xid) {
        return new AuditRow(
                eventId,
                xid,
                at.truncatedTo(ChronoUnit.MICROS),
                event.actorId(),
                storable(event.actorName()),
                storable(event.action()),
                event.fileId(),
                event.headId(),
                storable(event.subject()),
                event.runId(),
                Json.write(new TreeMap<>(event.detail())),
                storable(event.origin()),
                storable(event.channel()),
                event.outcome().name().toLowerCase(Locale.ROOT),
                KeyedHash.none());
    }

    AuditRow stamped(KeyedHash made) {
        return new AuditRow(
                eventId,
                xid,
                happenedAt,
                actorId,
                actorName,
                action,
                fileId,
                headId,
                subject,
                runId,
                detail,
                origin,
                channel,
                outcome,
                made);
    }

    /**
     * All columns but the stamp and the head, which follows merges: each with its length before it, so that no two rows
     * have the same bytes. The order is part of every seal ever made and never changes.
     */
    byte[] canonical() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(eventId);
            out.writeLong(xid);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, happenedAt));
            out.writeLong(actorId);
            text(out, actorName);
            text(out, action);
            out.writeBoolean(fileId.isPresent());
            out.writeLong(fileId.orElse(0));
            text(out, subject);
            out.writeLong(runId);
            text(out, detail);
            text(out, origin);
            text(out, channel);
            text(out, outcome);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** PostgreSQL can't hold the character zero. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }
}
