package io.clientela.platform;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/** COPY on the connection of the running transaction. */
@Component
public class Copy {

    private final DataSource dataSource;
    private final SQLExceptionTranslator translator = new SQLStateSQLExceptionTranslator();

    /** Also for verbs of the command line, which run without Spring's wiring. */
    public Copy(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs a {@code copy … from stdin (format binary)} statement with these rows and returns how many went in. */
    public long in(String statement, CopyRows rows) {
        if (rows.rows() == 0) {
            return 0;
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
            byte[] bytes = rows.finish();
            copy.writeToCopy(bytes, 0, rows.size());
            return copy.endCopy();
        } catch (SQLException e) {
            var translated = translator.translate("copy", statement, e);
            throw translated == null ? new IllegalStateException(e) : translated;
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** Runs a {@code copy … to stdout} statement into a stream, outside any other transaction's connection. */
    public long out(String statement, java.io.OutputStream target) throws IOException {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(statement, target);
        } catch (SQLException e) {
            var translated = translator.translate("copy", statement, e);
            throw translated == null ? new IllegalStateException(e) : translated;
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
