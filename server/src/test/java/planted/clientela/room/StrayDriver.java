package planted.clientela.room;

import java.sql.Connection;
import java.sql.SQLException;

public final class StrayDriver {
    void change(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }
}
