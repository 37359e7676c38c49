package planted.clientela.room;

import org.springframework.jdbc.core.simple.JdbcClient;

public final class StraySql {
    private final JdbcClient sql;

    StraySql(JdbcClient sql) {
        this.sql = sql;
    }

    int change() {
        return sql.sql("update a.b set c = 1").update();
    }
}
