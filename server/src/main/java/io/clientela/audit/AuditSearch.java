package io.clientela.audit;

import io.clientela.audit.AuditReport.Trouble;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FileId;
import io.clientela.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** What auditors see of the trail, newest first; that they looked is told there as well. */
@Component
public class AuditSearch {

    public static final int MOST = 200;

    private static final String FIND = """
            select e.event_id, e.happened_at, e.actor_id, e.actor_name, e.action, e.head_id, e.subject, e.run_id, e.detail,
                   e.origin, e.channel, e.outcome
            from audit.event e
            where e.event_id < :before
              and (:actor = '' or e.actor_name = :actor or e.actor_id::text = :actor)
              and (:action = '' or e.action = :action or starts_with(e.action, :action || '.'))
              and (:head = 0 or e.head_id = :head)
              and e.happened_at >= :from
              and e.happened_at < :to
            order by e.event_id desc
            limit :limit
            """;

    private final JdbcClient sql;
    private final ReadAudit reads;
    private final AuditTrail trail;
    private final AuditVerification verification;
    private final ObjectProvider<FileNumbers> numbers;
    private final TransactionTemplate transaction;

    AuditSearch(
            JdbcClient sql,
            ReadAudit reads,
            AuditTrail trail,
            AuditVerification verification,
            ObjectProvider<FileNumbers> numbers,
            TransactionTemplate transaction) {
        this.sql = sql;
        this.reads = reads;
        this.trail = trail;
        this.verification = verification;
        this.numbers = numbers;
        this.transaction = transaction;
    }

    /** One page of what fits; a number nobody bears fits nothing. */
    public Page find(Actor actor, Query query) {
        long head = head(query);
        List<Item> found = head < 0 ? List.of() : select(query, head);
        reads.record(AuditEvent.by(actor, "audit.read").with("rows", Math.min(found.size(), query.limit())));
        boolean more = found.size() > query.limit();
        List<Item> items = more ? found.subList(0, query.limit()) : found;
        return new Page(
                named(items), more ? Optional.of(String.valueOf(items.getLast().id())) : Optional.empty());
    }

    /** Verifies the trail and tells in it who did and how it ended. */
    public AuditReport verify(Actor actor) {
        AuditReport report = verification.verify();
        AuditEvent event = AuditEvent.by(actor, "audit.verified")
                .with("checked", report.checked())
                .with(
                        "trouble",
                        report.trouble().map(Trouble::kind).map(Enum::name).orElse(""))
                .outcome(report.ok() ? AuditEvent.Outcome.DONE : AuditEvent.Outcome.FAILED);
        transaction.executeWithoutResult(status -> trail.record(event));
        return report;
    }

    /** 0 for any file, less than 0 for none. */
    private long head(Query query) {
        if (query.number().isEmpty()) {
            return query.file();
        }
        return Optional.ofNullable(numbers.getIfAvailable())
                .map(known -> known.head(query.number()))
                .orElseGet(OptionalLong::empty)
                .orElse(-1);
    }

    private List<Item> select(Query query, long head) {
        return sql.sql(FIND)
                .param("before", query.before())
                .param("actor", query.actor())
                .param("action", query.action())
                .param("head", head)
                .param("from", Timestamp.from(query.from()))
                .param("to", Timestamp.from(query.to()))
                .param("limit", query.limit() + 1)
                .query((row, n) -> item(row))
                .list();
    }

    private List<Item> named(List<Item> items) {
        Set<FileId> files = new HashSet<>();
        items.forEach(item -> item.head().ifPresent(id -> files.add(new FileId(id))));
        Map<FileId, String> known = new HashMap<>();
        Optional.ofNullable(numbers.getIfAvailable()).ifPresent(teller -> known.putAll(teller.numbers(files)));
        return items.stream().map(item -> item.named(known)).toList();
    }

    private static Item item(ResultSet row) throws SQLException {
        long head = row.getLong("head_id");
        OptionalLong headId = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(head);
        return new Item(
                row.getLong("event_id"),
                row.getTimestamp("happened_at").toInstant(),
                row.getLong("actor_id"),
                row.getString("actor_name"),
                row.getString("action"),
                headId,
                "",
                row.getString("subject"),
                row.getLong("run_id"),
                detail(row.getString("detail")),
                row.getString("origin"),
                row.getString("channel"),
                row.getString("outcome"));
    }

    /** A row put in by hand may hold anything; the page shows it all the same. */
    private static Map<String, String> detail(String json) {
        try {
            return Json.read(json, new TypeReference<Map<String, String>>() {});
        } catch (JacksonException e) {
            return Map.of();
        }
    }

    /**
     * What is asked for; an empty text, 0 or a far time asks for all.
     *
     * @param actor name or id of an account
     * @param action an action, or all that begin with it and a dot
     * @param number a file's number; {@code file} its id where the number isn't known
     * @param before only rows with a smaller id
     */
    public record Query(
            String actor, String action, String number, long file, Instant from, Instant to, long before, int limit) {}

    public record Page(List<Item> items, Optional<String> next) {}

    /** One row of the trail; {@code number} is empty where it concerns no file. */
    public record Item(
            long id,
            Instant at,
            long actorId,
            String actorName,
            String action,
            OptionalLong head,
            String number,
            String subject,
            long run,
            Map<String, String> detail,
            String origin,
            String channel,
            String outcome) {

        Item named(Map<FileId, String> numbers) {
            String found = head.isPresent() ? numbers.getOrDefault(new FileId(head.getAsLong()), "") : "";
            return new Item(
                    id, at, actorId, actorName, action, head, found, subject, run, detail, origin, channel, outcome);
        }
    }
}
