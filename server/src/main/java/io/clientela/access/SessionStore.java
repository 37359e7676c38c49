package io.clientela.access;

import io.clientela.access.Sessions.Session;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of open sessions, which Spring Session writes; their ids are secrets and stay here, their keys are none. */
@Repository
class SessionStore {

    private static final String SELECT = """
            select trim(s.primary_id) as key, s.principal_name, s.creation_time, s.last_access_time,
                   trim(s.session_id) = :present as present,
                   origin.attribute_bytes as origin, device.attribute_bytes as device
            from access.web_session s
            left join access.web_session_attributes origin
              on origin.session_primary_id = s.primary_id
             and origin.attribute_name = 'origin'
            left join access.web_session_attributes device
              on device.session_primary_id = s.primary_id
             and device.attribute_name = 'device'
            where s.expiry_time > :now
              and s.principal_name is not null
            """;

    private static final String OF_ACCOUNT = SELECT + """
              and s.principal_name = :account
            order by s.last_access_time desc
            """;

    private static final String ALL = SELECT + """
            order by s.last_access_time desc
            limit 1000
            """;

    private static final String END = """
            delete from access.web_session
            where principal_name = :account
              and primary_id = :key
            """;

    private static final String END_ALL = """
            delete from access.web_session
            where principal_name = :account
              and session_id <> :kept
            """;

    private final JdbcClient sql;

    SessionStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Session> of(long account, String present, Instant now) {
        return sql.sql(OF_ACCOUNT)
                .param("present", present)
                .param("now", now.toEpochMilli())
                .param("account", String.valueOf(account))
                .query((row, n) -> session(row))
                .list();
    }

    List<Session> all(String present, Instant now) {
        return sql.sql(ALL)
                .param("present", present)
                .param("now", now.toEpochMilli())
                .query((row, n) -> session(row))
                .list();
    }

    boolean end(long account, String key) {
        return sql.sql(END)
                        .param("account", String.valueOf(account))
                        .param("key", key)
                        .update()
                == 1;
    }

    int endAll(long account, String kept) {
        return sql.sql(END_ALL)
                .param("account", String.valueOf(account))
                .param("kept", kept)
                .update();
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString("key"),
                Long.parseLong(row.getString("principal_name")),
                Device.ofText(text(row.getBytes("device"))),
                text(row.getBytes("origin")),
                Instant.ofEpochMilli(row.getLong("creation_time")),
                Instant.ofEpochMilli(row.getLong("last_access_time")),
                row.getBoolean("present"));
    }

    /** Texts of a session bear a letter that says they are texts. */
    private static String text(byte @org.jspecify.annotations.Nullable [] bytes) {
        return bytes == null || bytes.length == 0 ? "" : new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8);
    }
}
