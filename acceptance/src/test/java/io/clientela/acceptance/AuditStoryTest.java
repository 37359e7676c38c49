package io.clientela.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Somebody with the database in hand meddles with the trail, and verification says so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditStoryTest {

    private static final String KEEP = "create schema kept; create table kept.event as select * from audit.event;"
            + " create table kept.seal as select * from audit.seal";

    private final Office office = Office.open();

    @BeforeAll
    void someDeeds() throws SQLException {
        long department = office.department("Auditoría 审计", 0);
        office.user("marta", "Marta Soler", "es", department, "sales");
        office.person("marta").get("/api/v1/customers").expect(200);
        verify(0);
        // Only the database is left: nothing is added while it is being meddled with.
        office.kill();
        sql(KEEP);
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void passesWhatNobodyTouched() {
        assertThat(verify(0)).contains("\"ok\":true");
    }

    @Test
    void findsAChangedRow() throws SQLException {
        meddle(
                "update audit.event set actor_name = 'somebody' where event_id = (select min(event_id) from audit.event)");
    }

    @Test
    void findsARowPutIn() throws SQLException {
        meddle("""
                insert into audit.event
                select * from (select (e).* from (
                  select jsonb_populate_record(null::audit.event, to_jsonb(a) || jsonb_build_object(
                    'event_id', (select max(event_id) + 1 from audit.event))) as e
                  from audit.event a
                  order by a.event_id
                  limit 1) made) one
                """);
    }

    @Test
    void findsARowTakenFromTheMiddle() throws SQLException {
        meddle("delete from audit.event where event_id = (select min(event_id) + 1 from audit.event)");
    }

    @Test
    void findsTheLastRowTakenAwayWithItsSeal() throws SQLException {
        meddle("""
                with last as (
                  delete from audit.seal
                  where seal_no = (select max(seal_no) from audit.seal)
                  returning event_id
                )
                delete from audit.event where event_id in (select event_id from last)
                """);
    }

    /** Does the deed with the fences lifted, sees it found, and puts everything back. */
    private void meddle(String deed) throws SQLException {
        sql(deed);
        try {
            assertThat(verify(1)).contains("\"ok\":false").contains("\"problem\"");
        } finally {
            sql(
                    "delete from audit.seal; delete from audit.event;"
                            + " insert into audit.event select * from kept.event; insert into audit.seal select * from kept.seal");
        }
        assertThat(verify(0)).contains("\"ok\":true");
    }

    private String verify(int code) {
        return office.verb(
                        java.util.Map.of(),
                        "verify",
                        "audit",
                        "--home",
                        office.home().toString())
                .expect(code)
                .out();
    }

    private void sql(String statements) throws SQLException {
        try (Connection connection = office.database();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(statements);
        }
    }
}
