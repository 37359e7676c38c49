package io.clientela.acceptance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Whether all that changed since a moment was written down: PostgreSQL notes at each row which transaction wrote it, and the
 * trail notes its own, so that no list of what a deed writes is needed.
 */
final class Reconciliation {

    /** Tables whose rows come and go without the trail, and why. */
    private static final Map<String, String> UNAUDITED = unaudited();

    /** Rows of a table that count: a file that broke off on its way in is nothing yet. */
    private static final Map<String, String> ONLY =
            Map.of("exchange.upload", "t.complete", "attachment.attachment", "t.about is not null");

    private static final String NOW = "select pg_current_xact_id()::text::bigint";

    private static final String TABLES = """
            select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p')
              and not c.relispartition
              and n.nspname not in ('pg_catalog', 'information_schema', 'audit')
              and n.nspname not like 'pg_toast%'
            order by 1
            """;

    private static final String UNWRITTEN = """
            select count(*)
            from %s t
            where t.xmin::text::bigint >= %d
              and %s
              and not exists (select 1 from audit.event e where e.xid::text::bigint = t.xmin::text::bigint)
            """;

    private static final String WITHOUT_ENTRY = """
            select f.number
            from customer.file f
            where f.xmin::text::bigint >= %d
              and not exists (
                select 1 from customer.entry e
                where e.file_id = f.file_id and e.xmin::text::bigint = f.xmin::text::bigint
              )
            """;

    private static final String GAPS = """
            select f.number
            from customer.file f
            left join customer.entry e on e.file_id = f.file_id
            group by f.file_id, f.number, f.last_seq
            having count(e.seq) <> f.last_seq or coalesce(max(e.seq), 0) <> f.last_seq
            """;

    private static final String ENTRIES_UNAUDITED = """
            select e.file_id || '/' || e.seq
            from customer.entry e
            where e.xmin::text::bigint >= %d
              and not exists (
                select 1 from audit.event a
                where a.xid::text::bigint = e.xmin::text::bigint
                  and (a.file_id = e.file_id or a.run_id = e.run_id or a.detail::text like '%%files%%')
              )
            """;

    private static final String MASKS_STORED = """
            select f.number from customer.file f where to_jsonb(f)::text like '%••••%'
            """;

    private static final String LISTED = """
            select f.number, f.last_seq from customer.file f where f.listed order by f.file_id desc limit %d
            """;

    private static final String AT_WORK = """
            select (select count(*) from schedule.job j where j.state in ('waiting', 'running'))
              + (select count(*) from exchange.run r where r.state in ('recognising', 'waiting', 'running'))
              + (select count(*) from exchange.export e where e.state in ('waiting', 'running'))
            """;

    private final Office office;
    private final long start;

    Reconciliation(Office office) {
        this.office = office;
        this.start = number(NOW);
    }

    /** Lets the jobs end that were started, as far as they end of themselves. */
    void settle() {
        long patience = System.nanoTime() + 120_000_000_000L;
        while (number(AT_WORK) > 0 && System.nanoTime() < patience) {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        Set<String> tables = new TreeSet<>(texts(TABLES));
        for (String table : tables) {
            if (!UNAUDITED.containsKey(table)) {
                long rows = number(UNWRITTEN.formatted(table, start, ONLY.getOrDefault(table, "true")));
                if (rows > 0) {
                    faults.add(rows + " rows of " + table + " were written without an audit row");
                }
            }
        }
        note(faults, "changed without an entry of the journal", WITHOUT_ENTRY.formatted(start));
        note(faults, "with gaps in the journal", GAPS);
        note(faults, "entries without an audit row", ENTRIES_UNAUDITED.formatted(start));
        note(faults, "holding a mask for a value", MASKS_STORED);
        return faults;
    }

    /** Files whose state isn't what their journal says, as somebody who reads everything sees both. */
    List<String> unlike(Person reader, int most) {
        List<String> unlike = new ArrayList<>();
        Map<String, Integer> files = new LinkedHashMap<>();
        try (Connection connection = office.database();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(LISTED.formatted(most))) {
            while (rows.next()) {
                files.put(rows.getString(1), rows.getInt(2));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        files.forEach((number, seq) -> {
            JsonNode state =
                    reader.get("/api/v1/customers/" + number).expect(200).json();
            JsonNode folded = reader.get("/api/v1/customers/" + number + "?asOf=" + seq)
                    .expect(200)
                    .json();
            for (String part : List.of("values", "lists", "owner", "department")) {
                if (!state.path(part).equals(folded.path(part))) {
                    unlike.add(number + " " + part + ": " + state.path(part) + " but folded " + folded.path(part));
                }
            }
        });
        return unlike;
    }

    private void note(List<String> faults, String what, String query) {
        List<String> found = texts(query);
        if (!found.isEmpty()) {
            faults.add(what + ": " + found.size() + ", such as " + found.subList(0, Math.min(5, found.size())));
        }
    }

    private long number(String query) {
        return Long.parseLong(texts(query).getFirst());
    }

    private List<String> texts(String query) {
        List<String> texts = new ArrayList<>();
        try (Connection connection = office.database();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
        return texts;
    }

    private static Map<String, String> unaudited() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("access.web_session", "the trail tells of coming and going, not of each request");
        tables.put("access.web_session_attributes", "the same");
        tables.put("access.token", "notes when it was last used");
        tables.put("access.failure", "counts failed sign-ins; the trail has them as rows of their own");
        tables.put("schedule.scheduled_task", "the scheduler's own");
        tables.put("schedule.job", "counts progress");
        tables.put("platform.outbox", "goes with what it tells of, and is emptied");
        tables.put("platform.follower", "counts progress");
        tables.put("customer.list_taste", "widths and order of columns, somebody's own");
        tables.put("exchange.upload_chunk", "comes in piece by piece before the whole is told of");
        tables.put("attachment.piece", "comes in piece by piece before the whole is told of");
        tables.put("exchange.remark", "what a run says of rows it refused, which changed nothing");
        tables.put("exchange.run", "counts progress");
        tables.put("exchange.export", "counts progress");
        tables.put("exchange.undo", "counts progress");
        tables.put("exchange.undo_kept", "files that were left as they are");
        tables.put("administration.verification", "counts progress");
        tables.put("correction.bulk_change", "counts progress");
        tables.put("matching.turn", "counts progress");
        tables.put("matching.run", "counts progress");
        tables.put("matching.model", "worked out from the base; the trail has the run");
        tables.put("matching.pair", "worked out from the base; the trail has what people say of it");
        tables.put("matching.grouped", "the same");
        tables.put("matching.looked_for", "follows the customers, whose changes are told of");
        tables.put("matching.uncompared", "follows the customers, whose changes are told of");
        tables.put("matching.common_key", "worked out from the base");
        tables.put("correction.bulk_subject", "the files of a change the trail tells of, and whose turn it is");
        tables.put("correction.bulk_trouble", "what a check says of files it changed nothing in");
        tables.put("customer.tag_run", "counts progress");
        tables.put("customer.resettling", "counts progress");
        tables.put("customer.number_day", "counts numbers, drawn before the transaction");
        tables.put("vault.group_key", "made when the first file needs it");
        tables.put("vault.run_key", "made with the upload");
        return tables;
    }
}
