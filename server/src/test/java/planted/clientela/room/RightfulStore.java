package planted.clientela.room;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks nothing: here SQL is at home. */
public final class RightfulStore {
    private final JdbcClient sql;

    RightfulStore(JdbcClient sql) {
        this.sql = sql;
    }

    int change() {
        return sql.sql("update a.b set c = 1").update();
    }
}
