package io.clientela.correction;

import io.clientela.correction.Trouble.Kind;
import io.clientela.correction.Trouble.Stage;
import io.clientela.customer.CustomerNumber;
import io.clientela.customer.FileRef;
import io.clientela.platform.Copy;
import io.clientela.platform.CopyRows;
import io.clientela.platform.Json;
import io.clientela.vault.SealKey;
import io.clientela.vault.Vault;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Which files a bulk change is about, and with which of them there was trouble. */
@Repository
class SubjectStore {

    private static final String COPY = """
            copy correction.bulk_subject (bulk_id, position, file_id, head_id, number, record_type)
            from stdin (format binary)
            """;

    /** A check that broke off fixes the files anew. */
    private static final String FORGET = """
            delete from correction.bulk_subject
            where bulk_id = :id
            """;

    private static final String NEXT = """
            select s.position, s.file_id, s.head_id, s.number, s.record_type
            from correction.bulk_subject s
            where s.bulk_id = :id
              and s.position > :after
            order by s.position
            limit :limit
            """;

    private static final String COPY_TROUBLE = """
            copy correction.bulk_trouble (bulk_id, stage, position, file_id, head_id, number, code, fields, details)
            from stdin (format binary)
            """;

    private static final String TROUBLES = """
            select t.position, t.number, s.record_type, t.code, t.fields, t.details
            from correction.bulk_trouble t
            left join correction.bulk_subject s on s.bulk_id = t.bulk_id
              and s.position = t.position
            where t.bulk_id = :id
              and t.stage = :stage
              and t.position > :after
            order by t.position
            limit :limit
            """;

    private static final String KINDS = """
            select t.code, t.fields, count(*) as files, min(t.position) as position,
              (array_agg(t.details order by t.position))[1] as details
            from correction.bulk_trouble t
            where t.bulk_id = :id
              and t.stage = :stage
            group by t.code, t.fields
            order by files desc, t.code, t.fields
            limit 50
            """;

    private static final String PLACE = "bulk-trouble";

    private final JdbcClient sql;
    private final Copy copy;
    private final SealKey key;

    SubjectStore(JdbcClient sql, Copy copy, Vault vault) {
        this.sql = sql;
        this.copy = copy;
        this.key = vault.purpose(PLACE);
    }

    void forget(long bulk) {
        sql.sql(FORGET).param("id", bulk).update();
    }

    /** Adds files behind a position. */
    void add(long bulk, long after, List<FileRef> files) {
        CopyRows rows = new CopyRows();
        long position = after;
        for (FileRef file : files) {
            position++;
            rows.row(6)
                    .bigint(bulk)
                    .bigint(position)
                    .bigint(file.fileId())
                    .bigint(file.headId())
                    .text(file.number().text())
                    .text(file.record());
        }
        copy.in(COPY, rows);
    }

    List<Placed> next(long bulk, long after, int limit) {
        return sql.sql(NEXT)
                .param("id", bulk)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Placed(
                        row.getLong("position"),
                        new FileRef(
                                row.getLong("file_id"),
                                row.getLong("head_id"),
                                new CustomerNumber(row.getString("number")),
                                row.getString("record_type"))))
                .list();
    }

    void note(long bulk, Stage stage, List<Met> met) {
        CopyRows rows = new CopyRows();
        for (Met one : met) {
            rows.row(9)
                    .bigint(bulk)
                    .text(stage.text())
                    .bigint(one.place().position())
                    .bigint(one.place().file().fileId())
                    .bigint(one.place().file().headId())
                    .text(one.place().file().number().text())
                    .text(one.code())
                    .texts(one.fields());
            if (one.details().isEmpty()) {
                rows.nothing();
            } else {
                rows.bytes(key.seal(
                        Json.bytes(one.details()),
                        place(bulk, stage, one.place().position())));
            }
        }
        copy.in(COPY_TROUBLE, rows);
    }

    List<Trouble> troubles(long bulk, Stage stage, long after, int limit) {
        return sql.sql(TROUBLES)
                .param("id", bulk)
                .param("stage", stage.text())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Trouble(
                        row.getLong("position"),
                        row.getString("number"),
                        Optional.ofNullable(row.getString("record_type")).orElse(""),
                        row.getString("code"),
                        fields(row),
                        details(row, bulk, stage)))
                .list();
    }

    /** The commonest first. */
    List<Kind> kinds(long bulk, Stage stage) {
        return sql.sql(KINDS)
                .param("id", bulk)
                .param("stage", stage.text())
                .query((row, n) ->
                        new Kind(row.getString("code"), fields(row), row.getLong("files"), details(row, bulk, stage)))
                .list();
    }

    private static List<String> fields(ResultSet row) throws SQLException {
        Array array = row.getArray("fields");
        return List.of((String[]) array.getArray());
    }

    private Map<String, String> details(ResultSet row, long bulk, Stage stage) throws SQLException {
        byte[] sealed = row.getBytes("details");
        return sealed == null
                ? Map.of()
                : Json.read(
                        key.open(sealed, place(bulk, stage, row.getLong("position"))),
                        new TypeReference<Map<String, String>>() {});
    }

    private static String place(long bulk, Stage stage, long position) {
        return PLACE + ":" + bulk + ":" + stage.text() + ":" + position;
    }

    /** A file and its place among those of a bulk change. */
    record Placed(long position, FileRef file) {}

    /** Trouble met with a file. */
    record Met(Placed place, String code, List<String> fields, Map<String, String> details) {}
}
