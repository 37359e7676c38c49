package planted.clientela.room;

import org.springframework.jdbc.core.JdbcTemplate;

public final class StrayTemplate {
    int change(JdbcTemplate sql) {
        return sql.update("update a.b set c = 1");
    }
}
