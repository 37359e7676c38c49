package io.clientela.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.audit.AuditSearch.Item;
import io.clientela.audit.AuditSearch.Query;
import io.clientela.platform.ServerTest;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The trail asked by one thing at a time, among rows enough that a walk would be long; they are undone. */
@ServerTest
class AuditEventStoreTest {

    private static final String MANY = """
            insert into audit.event (event_id, xid, happened_at, actor_id, actor_name, action, subject, run_id, detail, origin,
                                     channel, outcome, stamp)
            select 9000000000 + n, pg_current_xact_id(), now(), case when n = 7 then 4711 else 9 end,
                   case when n = 8 then '4712' when n = 9 then 'someone' else 'other' end, 'customer.listed',
                   case when n = 10 then 'account:4711' else '' end, 0, '{}', '', 'page',
                   case when n = 11 then 'failed' else 'done' end, ''
            from generate_series(1, 20000) n
            """;

    @Autowired
    AuditEventStore store;

    @Autowired
    DSLContext dsl;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionOperations transaction;

    @Test
    void eachQuestionAloneFindsItsIndex() {
        amongMany(() -> {
            assertThat(plan("subject", "account:4711")).contains("event_subject");
            assertThat(plan("actor", "4711")).contains("event_actor_id");
            assertThat(plan("actor", "someone")).contains("event_actor");
            assertThat(plan("outcome", "failed")).contains("event_outcome");
        });
    }

    @Test
    void aNumberIsANameWhereSomebodyBearsItElseAnId() {
        amongMany(() -> {
            assertThat(found("actor", "4711")).extracting(Item::id).containsExactly(9_000_000_007L);
            assertThat(found("actor", "4712")).extracting(Item::id).containsExactly(9_000_000_008L);
        });
    }

    private String plan(String what, String value) {
        return dsl.explain(store.asked(asked(what, value), 0, 51)).plan();
    }

    private List<Item> found(String what, String value) {
        return store.find(asked(what, value), 0, 51);
    }

    private static Query asked(String what, String value) {
        return Query.asked(Map.of(what, value), ZoneOffset.UTC, Long.MAX_VALUE, 50);
    }

    private void amongMany(Runnable story) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            sql.sql(MANY).update();
            sql.sql("analyze audit.event").update();
            story.run();
        });
    }
}
