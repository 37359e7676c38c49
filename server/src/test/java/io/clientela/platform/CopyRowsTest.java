package io.clientela.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows gathered for COPY. */
class CopyRowsTest {

    private static final String IN = "copy room (id, word) from stdin (format binary)";

    private DriverManagerDataSource dataSource = new DriverManagerDataSource();
    private TransactionTemplate transaction = new TransactionTemplate();

    @BeforeEach
    void aTable() {
        DatabaseConnection database = TestPostgres.fresh();
        dataSource = new DriverManagerDataSource(database.url(), database.user(), database.password());
        transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        JdbcClient.create(dataSource)
                .sql("create table room (id bigint primary key, word text)")
                .update();
    }

    @Test
    void rowsOfWorkThatWasBrokenOffAreSentAgain() {
        Copy copy = new Copy(dataSource);
        CopyRows rows = new CopyRows();
        rows.row(2).bigint(1).text("一");
        rows.row(2).bigint(2).text("二");

        for (boolean brokenOff : new boolean[] {true, false}) {
            transaction.executeWithoutResult(status -> {
                assertThat(copy.in(IN, rows)).isEqualTo(2);
                if (brokenOff) {
                    status.setRollbackOnly();
                }
            });
        }

        assertThat(JdbcClient.create(dataSource)
                        .sql("select r.word from room r order by r.id")
                        .query(String.class)
                        .list())
                .containsExactly("一", "二");
    }
}
