package io.clientela.vault;

import io.clientela.platform.Bundle;
import io.clientela.platform.Bundle.Answer;
import io.clientela.platform.Copy;
import io.clientela.platform.CopyRows;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VaultStore {

    private static final String COUNT_GROUPS = """
            select count(*)
            from vault.group_key g
            where g.key_version = 1
            """;

    private static final String INSERT_GROUPS = """
            insert into vault.group_key (group_no, key_version, wrapped, made_at)
            select n, v, w, :at
            from unnest(:numbers, :versions, :wrapped) as t (n, v, w)
            on conflict (group_no, key_version) do nothing
            """;

    private static final String GROUPS = """
            select distinct on (g.group_no) g.group_no, g.key_version, g.wrapped
            from vault.group_key g
            order by g.group_no, g.key_version desc
            """;

    private static final String COPY_FILE_KEYS = """
            copy vault.file_key (file_id, group_version, wrapped)
            from stdin (format binary)
            """;

    /** Planned once, however many there are. */
    private static final String FILE_KEYS = """
            select k.file_id, k.wrapped
            from vault.file_key k
            where k.file_id = any(cast((select cast(:ids as bigint[])) as bigint[]))
            """;

    private static final String FILE_KEY = """
            select k.wrapped
            from vault.file_key k
            where k.file_id = :id
            """;

    private static final String INSERT_RUN_KEY = """
            insert into vault.run_key (run_id, group_version, wrapped)
            values (:run, 1, :wrapped)
            """;

    private static final String RUN_KEY = """
            select k.wrapped
            from vault.run_key k
            where k.run_id = :run
            """;

    private static final String DESTROY_RUN_KEY = """
            delete from vault.run_key k
            where k.run_id = :run
            """;

    private final JdbcClient sql;
    private final Copy copy;
    private final Clock clock;

    VaultStore(JdbcClient sql, Copy copy, Clock clock) {
        this.sql = sql;
        this.copy = copy;
        this.clock = clock;
    }

    int countGroups() {
        return sql.sql(COUNT_GROUPS).query(Integer.class).single();
    }

    void insertGroups(List<Group> groups) {
        sql.sql(INSERT_GROUPS)
                .param("at", Timestamp.from(clock.instant()))
                .param("numbers", groups.stream().map(Group::number).toArray(Integer[]::new))
                .param("versions", groups.stream().map(Group::version).toArray(Integer[]::new))
                .param("wrapped", groups.stream().map(Group::wrapped).toArray(byte[][]::new))
                .update();
    }

    List<Group> groups() {
        return sql.sql(GROUPS)
                .query((row, n) ->
                        new Group(row.getInt("group_no"), row.getInt("key_version"), row.getBytes("wrapped")))
                .list();
    }

    void insertFileKeys(Map<Long, byte[]> wrapped) {
        CopyRows rows = new CopyRows();
        wrapped.forEach((id, key) -> rows.row(3).bigint(id).integer(1).bytes(key));
        copy.in(COPY_FILE_KEYS, rows);
    }

    Map<Long, byte[]> fileKeys(Collection<Long> ids) {
        Map<Long, byte[]> keys = new HashMap<>();
        sql.sql(FILE_KEYS).param("ids", ids.toArray(Long[]::new)).query(row -> {
            keys.put(row.getLong("file_id"), row.getBytes("wrapped"));
        });
        return keys;
    }

    /** The same with what else a bundle asks. */
    Answer<Wrapped> fileKeys(Collection<Long> ids, Bundle bundle) {
        return bundle.sql(FILE_KEYS)
                .param("ids", ids.toArray(Long[]::new))
                .ask((row, n) -> new Wrapped(row.getLong("file_id"), row.getBytes("wrapped")));
    }

    Optional<byte[]> fileKey(long id) {
        return sql.sql(FILE_KEY).param("id", id).query(byte[].class).optional();
    }

    void insertRunKey(long run, byte[] wrapped) {
        sql.sql(INSERT_RUN_KEY).param("run", run).param("wrapped", wrapped).update();
    }

    Optional<byte[]> runKey(long run) {
        return sql.sql(RUN_KEY)
                .param("run", run)
                .query((row, n) -> row.getBytes("wrapped"))
                .optional();
    }

    void destroyRunKey(long run) {
        sql.sql(DESTROY_RUN_KEY).param("run", run).update();
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Group(int number, int version, byte[] wrapped) {}

    /** The key of a file under the key of its group. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Wrapped(long fileId, byte[] key) {}
}
