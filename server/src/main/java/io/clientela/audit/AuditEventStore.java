package io.clientela.audit;

import io.clientela.audit.AuditLook.Seen;
import io.clientela.audit.AuditSearch.Item;
import io.clientela.audit.AuditSearch.Query;
import io.clientela.platform.Json;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** What is asked of the trail: the page's filters, composed of those that were given, so that each finds its index. */
@Repository
class AuditEventStore {

    private static final Table<?> EVENT = DSL.table(DSL.name("audit", "event")).as("e");
    private static final Field<Long> ID = DSL.field(DSL.name("e", "event_id"), Long.class);
    private static final Field<OffsetDateTime> AT = DSL.field(DSL.name("e", "happened_at"), OffsetDateTime.class);
    private static final Field<Long> ACTOR = DSL.field(DSL.name("e", "actor_id"), Long.class);
    private static final Field<String> ACTOR_NAME = DSL.field(DSL.name("e", "actor_name"), String.class);
    private static final Field<String> ACTION = DSL.field(DSL.name("e", "action"), String.class);
    private static final Field<Long> HEAD = DSL.field(DSL.name("e", "head_id"), Long.class);
    private static final Field<String> SUBJECT = DSL.field(DSL.name("e", "subject"), String.class);
    private static final Field<Long> RUN = DSL.field(DSL.name("e", "run_id"), Long.class);
    private static final Field<String> DETAIL = DSL.field(DSL.name("e", "detail"), String.class);
    private static final Field<String> ORIGIN = DSL.field(DSL.name("e", "origin"), String.class);
    private static final Field<String> CHANNEL = DSL.field(DSL.name("e", "channel"), String.class);
    private static final Field<String> OUTCOME = DSL.field(DSL.name("e", "outcome"), String.class);

    /** Numbers of rows have gaps, where a transaction was given up; the last one is near enough for a measure of progress. */
    private static final String ROUGH_COUNT = "select coalesce(max(e.event_id), 0) from audit.event e";

    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

    private static final String OF_SUBJECT = """
            select e.happened_at, e.action, e.detail, e.origin
            from audit.event e
            where e.subject = :subject
              and e.subject <> ''
              and e.head_id is null
              and e.action = any(:actions)
            order by e.event_id desc
            limit :limit
            """;

    private final DSLContext dsl;
    private final JdbcClient sql;

    AuditEventStore(DSLContext dsl, JdbcClient sql) {
        this.dsl = dsl;
        this.sql = sql;
    }

    /** Rows that fit, the newest first; {@code head} 0 is any file. */
    List<Item> find(Query query, long head, int limit) {
        return asked(query, head, limit).fetch(AuditEventStore::item);
    }

    ResultQuery<? extends Record> asked(Query query, long head, int limit) {
        return dsl.select(ID, AT, ACTOR, ACTOR_NAME, ACTION, HEAD, SUBJECT, RUN, DETAIL, ORIGIN, CHANNEL, OUTCOME)
                .from(EVENT)
                .where(fitting(query, head))
                .orderBy(ID.desc())
                .limit(limit);
    }

    /** What was done to a subject, one of these actions, the newest first. */
    List<Seen> of(String subject, List<String> actions, int limit) {
        return sql.sql(OF_SUBJECT)
                .param("subject", subject)
                .param("actions", actions.toArray(String[]::new))
                .param("limit", limit)
                .query((row, n) -> new Seen(
                        row.getTimestamp("happened_at").toInstant(),
                        row.getString("action"),
                        detail(row.getString("detail")),
                        row.getString("origin")))
                .list();
    }

    long roughCount() {
        return sql.sql(ROUGH_COUNT).query(Long.class).single();
    }

    private Condition fitting(Query query, long head) {
        Condition fits = ID.lt(query.before());
        if (!query.actor().isEmpty()) {
            fits = fits.and(actor(query.actor()));
        }
        if (!query.action().isEmpty()) {
            fits = fits.and(ACTION.eq(query.action()).or(ACTION.startsWith(query.action() + ".")));
        }
        if (!query.subject().isEmpty()) {
            // A file is asked for by its number; what is left of the subjects is few enough for an index.
            fits = fits.and(SUBJECT.eq(query.subject()))
                    .and(SUBJECT.ne(DSL.inline("")))
                    .and(HEAD.isNull());
        }
        if (!query.outcome().isEmpty()) {
            // One of three, written out so that the index of what wasn't done is found by it.
            fits = fits.and(OUTCOME.eq(DSL.inline(query.outcome())));
        }
        if (head != 0) {
            fits = fits.and(HEAD.eq(head));
        }
        if (query.from().isAfter(Query.FIRST)) {
            fits = fits.and(AT.ge(query.from().atOffset(ZoneOffset.UTC)));
        }
        return query.to().isBefore(Query.LAST) ? fits.and(AT.lt(query.to().atOffset(ZoneOffset.UTC))) : fits;
    }

    /** By id where it is a number nobody in the trail bears as a name; never by both, which would find no index. */
    private Condition actor(String wanted) {
        boolean id = DIGITS.matcher(wanted).matches()
                && !dsl.fetchExists(dsl.selectOne().from(EVENT).where(ACTOR_NAME.eq(wanted)));
        return id ? ACTOR.eq(Long.valueOf(wanted)) : ACTOR_NAME.eq(wanted);
    }

    private static Item item(Record row) {
        Long head = row.get(HEAD);
        return new Item(
                row.get(ID),
                row.get(AT).toInstant(),
                row.get(ACTOR),
                row.get(ACTOR_NAME),
                row.get(ACTION),
                head == null ? OptionalLong.empty() : OptionalLong.of(head),
                "",
                row.get(SUBJECT),
                row.get(RUN),
                detail(row.get(DETAIL)),
                row.get(ORIGIN),
                row.get(CHANNEL),
                row.get(OUTCOME));
    }

    /** A row put in by hand may hold anything; the page shows it all the same. */
    private static Map<String, String> detail(String json) {
        try {
            return Json.read(json, new TypeReference<Map<String, String>>() {});
        } catch (JacksonException e) {
            return Map.of();
        }
    }
}
