package io.clientela.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every table of every room that follows merges, found by the type of its columns, so that none can be forgotten. */
final class HeadRows {

    /** What a rule of a table asks for beyond the type of its column. */
    private static final Map<String, String> SPECIAL = Map.of(
            "exchange.undo_kept.reason", "'kept_linked'",
            "correction.bulk_trouble.stage", "'check'",
            "customer.pending.state", "'waiting'",
            "matching.grouped.outcome", "'same'",
            "matching.pair.outcome", "'same'",
            "matching.verdict.state", "'asserted'",
            "matching.verdict.verdict", "'same'");

    /** Rows here are made by merging itself, or sealed into a chain. */
    private static final List<String> OWN =
            List.of("customer.link", "customer.pick", "customer.member_state", "customer.file", "audit.event");

    /** Rows here are made and taken away a moment later by whoever follows what is written, and mended by the hour. */
    private static final List<String> FOLLOWED =
            List.of("matching.looked_for", "matching.uncompared", "matching.grouped", "matching.pair");

    /** What is noted a moment later: a look, and that two are different whom somebody has taken apart. */
    private static final Map<String, String> LATER = Map.of(
            "audit.event", " and t.action not in ('customer.read', 'customer.attachment_fetched')",
            "matching.verdict", " and t.said_by <> 0");

    private static final AtomicLong NEXT = new AtomicLong(7_000_000_000L);

    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    HeadRows(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /** A column that follows, and the one it goes by. */
    record Place(String table, String head, String file) {}

    List<Place> places() {
        return sql
                .sql("""
                        select n.nspname || '.' || c.relname as relation, a.attname as head
                        from pg_catalog.pg_attribute a
                        join pg_catalog.pg_class c on c.oid = a.attrelid
                        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                        where a.atttypid = 'kernel.head_id'::regtype
                          and c.relkind in ('r', 'p')
                          and not c.relispartition
                        order by 1, 2
                        """)
                .query((row, n) -> new Place(
                        row.getString("relation"),
                        row.getString("head"),
                        row.getString("head").equals("head_id")
                                ? "file_id"
                                : row.getString("head").replace("_head_id", "_id")))
                .list()
                .stream()
                .filter(place -> !FOLLOWED.contains(place.table()))
                .toList();
    }

    /** Has something in each of these tables point to a file, as another room would. */
    void pointTo(long file) {
        for (Place place : places()) {
            if (!OWN.contains(place.table()) && count(place, List.of(file)) == 0) {
                insert(place, file);
            }
        }
    }

    private void insert(Place place, long file) {
        Map<String, String> values = new TreeMap<>();
        sql.sql("""
                        select a.attname as name, format_type(a.atttypid, a.atttypmod) as type
                        from pg_catalog.pg_attribute a
                        where a.attrelid = cast(:table as regclass)
                          and a.attnum > 0
                          and not a.attisdropped
                          and a.attnotnull
                          and not a.atthasdef
                          and a.attidentity = ''
                        """).param("table", place.table()).query(row -> {
            values.put(row.getString("name"), value(place.table(), row.getString("name"), row.getString("type")));
        });
        values.keySet().stream()
                .filter(name -> name.endsWith("_id") && values.get(name).equals("FILE"))
                .toList()
                .forEach(name -> values.put(name, Long.toString(pointed(place, name, file))));
        String statement = "insert into " + place.table() + " (" + String.join(", ", values.keySet()) + ") values ("
                + String.join(", ", values.values()) + ")";
        transaction.executeWithoutResult(status -> {
            // What it belongs to in its own room needn't be there.
            sql.sql("set local session_replication_role = replica").update();
            sql.sql(statement).update();
        });
    }

    /** What stands beside a file in a pair is one that isn't there; of two the smaller comes first. */
    private static long pointed(Place place, String name, long file) {
        if (name.equals(place.file()) || name.equals(place.head())) {
            return file;
        }
        return place.file().startsWith("other") ? -NEXT.getAndIncrement() : NEXT.getAndIncrement();
    }

    private static String value(String table, String name, String type) {
        String special = SPECIAL.get(table + "." + name);
        if (special != null) {
            return special;
        }
        return switch (type) {
            case "kernel.file_id", "kernel.head_id" -> "FILE";
            case "bigint" -> Long.toString(NEXT.getAndIncrement());
            case "integer", "smallint", "double precision" -> "1";
            case "boolean" -> "false";
            case "timestamp with time zone" -> "now()";
            case "date" -> "current_date";
            case "bytea" -> "decode(lpad(to_hex(" + NEXT.getAndIncrement() + "), 16, '0'), 'hex')";
            case "jsonb" -> "'{}'";
            case "text[]", "integer[]" -> "'{}'";
            default -> "'merge'";
        };
    }

    long count(Place place, Collection<Long> files) {
        return sql.sql("select count(*) from " + place.table() + " where " + place.file() + " in (" + list(files) + ")")
                .query(Long.class)
                .single();
    }

    /** Rows about these files that don't belong to the head of their file, or point to a file that is no head. */
    List<String> wrong(Collection<Long> files) {
        List<String> wrong = new ArrayList<>();
        for (Place place : places()) {
            String noted = LATER.getOrDefault(place.table(), "");
            long astray = sql.sql("select count(*) from " + place.table() + " t join customer.file f on f.file_id = t."
                            + place.file() + " where t." + place.file() + " in (" + list(files) + ") and t."
                            + place.head()
                            + " <> f.head_id" + noted)
                    .query(Long.class)
                    .single();
            long absorbed = sql.sql(
                            "select count(*) from " + place.table() + " t join customer.file f on f.file_id = t."
                                    + place.head() + " where t." + place.head() + " in (" + list(files)
                                    + ") and f.head_id <> f.file_id" + noted)
                    .query(Long.class)
                    .single();
            if (astray + absorbed > 0) {
                wrong.add(place + " " + astray + " " + absorbed);
            }
        }
        return wrong;
    }

    /** All rows about these files but those that count what happens to them. */
    Map<String, List<String>> snapshot(Collection<Long> files) {
        Map<String, List<String>> all = new TreeMap<>();
        for (Place place : places()) {
            if (!List.of("audit.event", "customer.link", "customer.pick").contains(place.table())) {
                all.put(
                        place.table(),
                        sql.sql(
                                        "select (to_jsonb(t) - array['version', 'last_seq', 'updated_at', 'updated_by', 'document_number',"
                                                + " 'bank_account', 'card_properties', 'card_photo', 'custom', 'state'])::text from "
                                                + place.table() + " t where t."
                                                + place.file() + " in (" + list(files) + ")"
                                                + LATER.getOrDefault(place.table(), "") + " order by 1")
                                .query(String.class)
                                .list());
            }
        }
        return all;
    }

    private static String list(Collection<Long> files) {
        return files.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
