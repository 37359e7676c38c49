package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.customer.SurvivorshipRules.Criterion;
import io.clientela.platform.DatabaseConnection;
import io.clientela.platform.Json;
import io.clientela.platform.TestPostgres;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Rules of survivorship that were one value in a database before they were settings hold on after the update. */
class SurvivorshipMigrationTest {

    private static final String BEFORE = "240";
    private static final String AFTER = "256";

    private DataSource dataSource = new DriverManagerDataSource();
    private JdbcClient sql = JdbcClient.create(dataSource);

    @BeforeEach
    void aDatabaseOfTheVersionBefore() {
        DatabaseConnection database = TestPostgres.fresh();
        dataSource = new DriverManagerDataSource(database.url(), database.user(), database.password());
        sql = JdbcClient.create(dataSource);
        migrated(BEFORE);
    }

    private void migrated(String version) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .defaultSchema("platform")
                .target(version)
                .load()
                .migrate();
    }

    @Test
    void whatWasSaidBeforeHoldsAsItWasSaid() {
        said("2026-03-01", """
                {"criteria": ["LONGEST", "RECENCY"], "trust": ["import", "page"],
                 "fields": {"city": ["TRUST", "VERIFIED"], "type:phone": ["COMPLETENESS"]}, "together": [["name"]]}
                """);

        migrated(AFTER);

        assertThat(rules("2026-03-01"))
                .isEqualTo(new SurvivorshipRules(
                        List.of(Criterion.LONGEST, Criterion.RECENCY),
                        List.of("import", "page"),
                        Map.of(
                                "city",
                                List.of(Criterion.TRUST, Criterion.VERIFIED),
                                "type:phone",
                                List.of(Criterion.COMPLETENESS)),
                        SurvivorshipRules.SHIPPED.together()));
        assertThat(sql.sql("""
                        select distinct s.set_by || ' ' || s.reason
                        from platform.setting s
                        where s.key like 'survivorship.%'
                        """).query(String.class).list()).containsExactly("7 wie besprochen");
    }

    @Test
    void everyMomentHasItsOwnRules() {
        said("2026-03-01", "{\"criteria\": [\"LONGEST\"], \"trust\": [], \"fields\": {}}");
        said("2026-05-01", "{\"criteria\": [\"RECENCY\"], \"trust\": [\"api\"], \"fields\": {}}");

        migrated(AFTER);

        assertThat(rules("2026-03-01").criteria()).containsExactly(Criterion.LONGEST);
        assertThat(rules("2026-03-01").trust()).isEmpty();
        assertThat(rules("2026-05-01").criteria()).containsExactly(Criterion.RECENCY);
        assertThat(rules("2026-05-01").trust()).containsExactly("api");
    }

    @Test
    void whatWasLeftOutIsNotSaid() {
        said("2026-03-01", "{\"criteria\": [\"LONGEST\"], \"trust\": null}");

        migrated(AFTER);

        assertThat(values("2026-03-01")).containsOnly(Map.entry(SurvivorshipInForce.CRITERIA, "longest"));
    }

    @Test
    void houseThatNeverSaidAnythingSaysNothing() {
        migrated(AFTER);

        assertThat(sql.sql("select count(*) from platform.setting s where s.key like 'survivorship.%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void said(String day, String rules) {
        sql.sql("""
                        insert into platform.setting (key, value, valid_from, set_by, set_at, reason)
                        values ('customer.survivorship', cast(:rules as jsonb), cast(:day as date), 7, cast(:day as date),
                          'wie besprochen')
                        """).param("rules", rules).param("day", day).update();
    }

    private SurvivorshipRules rules(String day) {
        return SurvivorshipInForce.of(values(day));
    }

    /** What is said from a day on, by key. */
    private Map<String, String> values(String day) {
        Map<String, String> values = new HashMap<>();
        sql.sql("""
                        select s.key, s.value::text as value
                        from platform.setting s
                        where s.key like 'survivorship.%'
                          and s.valid_from = cast(:day as date)
                        """).param("day", day).query(row -> {
            values.put(row.getString("key"), Json.read(row.getString("value"), String.class));
        });
        return values;
    }
}
