package planted.clientela.kit;

import java.sql.SQLException;

public final class SqlInKit {
    void fail() throws SQLException {
        throw new SQLException("planted");
    }
}
