package planted.clientela.room;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

public final class StreamedRows {
    private final JdbcClient sql;

    StreamedRows(JdbcClient sql) {
        this.sql = sql;
    }

    List<String> names() {
        return sql.sql("select a.name from a.b a").query(String.class).stream().toList();
    }
}
