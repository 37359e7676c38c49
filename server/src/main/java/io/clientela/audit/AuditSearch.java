package io.clientela.audit;

import io.clientela.audit.AuditReport.Trouble;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FileId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What auditors see of the trail, newest first; that they looked is told there as well. */
@Component
public class AuditSearch {

    public static final int MOST = 200;

    private final AuditEventStore store;
    private final ReadAudit reads;
    private final AuditTrail trail;
    private final AuditVerification verification;
    private final ObjectProvider<FileNumbers> numbers;
    private final TransactionTemplate transaction;

    AuditSearch(
            AuditEventStore store,
            ReadAudit reads,
            AuditTrail trail,
            AuditVerification verification,
            ObjectProvider<FileNumbers> numbers,
            TransactionTemplate transaction) {
        this.store = store;
        this.reads = reads;
        this.trail = trail;
        this.verification = verification;
        this.numbers = numbers;
        this.transaction = transaction;
    }

    /** One page of what fits; a number nobody bears fits nothing. */
    public Page find(Actor actor, Query query) {
        long head = head(query);
        List<Item> found = head < 0 ? List.of() : store.find(query, head, query.limit() + 1);
        reads.record(AuditEvent.by(actor, "audit.read").with("rows", Math.min(found.size(), query.limit())));
        boolean more = found.size() > query.limit();
        List<Item> items = more ? found.subList(0, query.limit()) : found;
        return new Page(
                named(items), more ? Optional.of(String.valueOf(items.getLast().id())) : Optional.empty());
    }

    /** Every row that fits, the newest first, for somebody who takes them out; answers how many. Not told here: the export is. */
    public long each(Query query, Consumer<Item> consumer) {
        long head = head(query);
        long count = 0;
        Query next = query;
        List<Item> page = head < 0 ? List.of() : store.find(next, head, MOST);
        while (!page.isEmpty()) {
            named(page).forEach(consumer);
            count += page.size();
            next = next.behind(page.getLast().id());
            page = page.size() < MOST ? List.of() : store.find(next, head, MOST);
        }
        return count;
    }

    /** Verifies the trail and tells in it who did and how it ended. */
    public AuditReport verify(Actor actor) {
        return verify(actor, checked -> {});
    }

    /** The same, telling now and again how many rows it has looked at. */
    public AuditReport verify(Actor actor, LongConsumer progress) {
        AuditReport report = verification.verify(progress);
        AuditEvent event = AuditEvent.by(actor, "audit.verified")
                .with("checked", report.checked())
                .with(
                        "trouble",
                        report.trouble().map(Trouble::kind).map(Enum::name).orElse(""))
                .outcome(report.ok() ? AuditEvent.Outcome.DONE : AuditEvent.Outcome.FAILED);
        transaction.executeWithoutResult(status -> trail.record(event));
        return report;
    }

    /** How many rows the trail has, roughly. */
    public long roughCount() {
        return store.roughCount();
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

    private List<Item> named(List<Item> items) {
        Set<FileId> files = new HashSet<>();
        items.forEach(item -> item.head().ifPresent(id -> files.add(new FileId(id))));
        Map<FileId, String> known = new HashMap<>();
        Optional.ofNullable(numbers.getIfAvailable()).ifPresent(teller -> known.putAll(teller.numbers(files)));
        return items.stream().map(item -> item.named(known)).toList();
    }

    /**
     * What is asked for; an empty text, 0 or a far time asks for all.
     *
     * @param actor name of an account, or its id where nobody in the trail bears that number as a name
     * @param action an action, or all that begin with it and a dot
     * @param number a file's number; {@code file} its id where the number isn't known
     * @param subject another thing it was done to, such as {@code account:7}
     * @param outcome {@code done}, {@code refused} or {@code failed}
     * @param before only rows with a smaller id
     */
    public record Query(
            String actor,
            String action,
            String number,
            long file,
            String subject,
            String outcome,
            Instant from,
            Instant to,
            long before,
            int limit) {

        public static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
        public static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

        /**
         * As somebody asks, by name; times are instants, or days of the zone ({@code to} counts in full). Refuses with
         * {@code bad_request} what can't be read.
         */
        public static Query asked(Map<String, String> given, ZoneId zone, long before, int limit) {
            return AuditQuestion.read(given, zone, before, limit);
        }

        Query behind(long id) {
            return new Query(actor, action, number, file, subject, outcome, from, to, id, limit);
        }
    }

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
