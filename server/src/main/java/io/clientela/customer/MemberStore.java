package io.clientela.customer;

import io.clientela.platform.Json;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each linked file says by itself, sealed, and what of it a search hit is held against. */
@Repository
class MemberStore {

    private static final String STATES = """
            select m.file_id, m.state
            from customer.member_state m
            where m.file_id = any(:files)
            """;

    private static final String KEEP = """
            insert into customer.member_state (file_id, head_id, state, texts)
            values (:file, :head, :state, cast(:texts as jsonb))
            on conflict (file_id) do update
            set head_id = excluded.head_id,
                state = excluded.state,
                texts = excluded.texts
            """;

    private static final String FORGET = """
            delete from customer.member_state m
            where m.file_id = :file
            """;

    private final JdbcClient sql;

    MemberStore(JdbcClient sql) {
        this.sql = sql;
    }

    Map<Long, byte[]> states(Collection<Long> files) {
        Map<Long, byte[]> states = new HashMap<>();
        sql.sql(STATES).param("files", files.toArray(Long[]::new)).query(row -> {
            states.put(row.getLong("file_id"), row.getBytes("state"));
        });
        return states;
    }

    void keep(long file, long head, byte[] state, Map<String, String> texts) {
        sql.sql(KEEP)
                .param("file", file)
                .param("head", head)
                .param("state", state)
                .param("texts", Json.write(texts))
                .update();
    }

    void forget(long file) {
        sql.sql(FORGET).param("file", file).update();
    }
}
