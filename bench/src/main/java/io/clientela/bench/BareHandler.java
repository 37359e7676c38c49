package io.clientela.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/**
 * What reading a file is held against, as a process of its own: a servlet that does one prepared select of the same row and
 * writes its columns as text, without asking who is there. Arguments: address of the database and an empty folder; the
 * password is in {@code PGPASSWORD}.
 */
public final class BareHandler extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String SELECT = """
            select to_jsonb(f) from customer.file f where f.number = ?
            """;

    private final transient BlockingQueue<PreparedStatement> statements = new ArrayBlockingQueue<>(Load.CONNECTIONS);

    private BareHandler(String database) throws SQLException {
        for (int i = 0; i < Load.CONNECTIONS; i++) {
            Connection connection = DriverManager.getConnection(database, "clientela", System.getenv("PGPASSWORD"));
            statements.add(connection.prepareStatement(SELECT));
        }
    }

    public static void main(String[] arguments) throws IOException, SQLException, LifecycleException {
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        Context context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "bare", new BareHandler(arguments[0]));
        context.addServletMappingDecoded("/*", "bare");
        tomcat.start();
        System.out.println("http://127.0.0.1:" + tomcat.getConnector().getLocalPort());
        tomcat.getServer().await();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            PreparedStatement statement = statements.take();
            try {
                byte[] body = row(statement, request.getRequestURI().substring(1));
                response.setContentType("application/json");
                response.setContentLength(body.length);
                response.getOutputStream().write(body);
            } finally {
                statements.put(statement);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static byte[] row(PreparedStatement statement, String number) throws SQLException {
        statement.setString(1, number);
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1).getBytes(StandardCharsets.UTF_8);
        }
    }
}
