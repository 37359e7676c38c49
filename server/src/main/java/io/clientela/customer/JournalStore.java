package io.clientela.customer;

import io.clientela.platform.Bundle;
import io.clientela.platform.Bundles;
import io.clientela.platform.Copy;
import io.clientela.platform.CopyRows;
import io.clientela.vault.SealKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Appends to the journal and reads it; there is no statement here that changes or removes an entry. */
@Repository
class JournalStore {

    private static final String COPY = """
            copy customer.entry (
              file_id, seq, entry_id, kind, channel, source, actor_id, at, legal_basis, run_id, run_row, body
            )
            from stdin (format binary)
            """;

    private static final String INSERT = """
            insert into customer.entry (
              file_id, seq, entry_id, kind, channel, source, actor_id, at, legal_basis, run_id, run_row, body
            )
            values (
              :file, :seq, nextval('customer.entry_seq'), :kind, :channel, :source, :actor, :at, :basis, :run, :row, :body
            )
            returning entry_id
            """;

    private static final String OF_FILE = """
            select e.file_id, e.seq, e.entry_id, e.kind, e.channel, e.source, e.actor_id, e.at, e.legal_basis,
                   e.run_id, e.run_row, e.body
            from customer.entry e
            where e.file_id = :file
              and e.seq <= (
                select max(u.seq)
                from customer.entry u
                where u.file_id = :file
                  and u.at <= :until
              )
            order by e.seq
            """;

    private static final String UP_TO = """
            select e.file_id, e.seq, e.entry_id, e.kind, e.channel, e.source, e.actor_id, e.at, e.legal_basis,
                   e.run_id, e.run_row, e.body
            from customer.entry e
            where e.file_id = :file
              and e.seq <= :last
            order by e.seq
            """;

    /** The arguments stand in selects of their own, since the database would plan for each of the parts anew otherwise. */
    private static final String SOME = """
            select e.file_id, e.seq, e.entry_id, e.kind, e.channel, e.source, e.actor_id, e.at, e.legal_basis,
                   e.run_id, e.run_row
            from customer.entry e
            where e.file_id = (select cast(:file as bigint))
              and e.seq = any((select cast(:seqs as int[]))::int[])
            order by e.seq
            """;

    private static final String OF_FILES = """
            select e.file_id, e.seq, e.entry_id, e.kind, e.channel, e.source, e.actor_id, e.at, e.legal_basis,
                   e.run_id, e.run_row, e.body
            from customer.entry e
            where e.file_id = any(:files)
            order by e.file_id, e.seq
            """;

    private static final String OF_RUN = """
            select e.run_row, e.file_id
            from customer.entry e
            where e.run_id = :run
              and e.run_row > :after
            order by e.run_row
            limit :limit
            """;

    private static final String SAID_BY = """
            select e.run_row, e.seq, f.file_id, f.head_id, f.number, f.record_type
            from customer.entry e
            join customer.file f on f.file_id = e.file_id
            where e.run_id = :run
              and e.run_row > :after
            order by e.run_row
            limit :limit
            """;

    private static final String COUNT_OF_RUN = """
            select count(*)
            from customer.entry e
            where e.run_id = :run
              and e.run_row is not null
            """;

    private static final String NEXT_IDS = """
            select nextval('customer.entry_seq')
            from generate_series(1, :count)
            """;

    private static final int FEW = 4;

    private final JdbcClient sql;
    private final Copy copy;
    private final Bundles bundles;

    JournalStore(JdbcClient sql, Copy copy, Bundles bundles) {
        this.sql = sql;
        this.copy = copy;
        this.bundles = bundles;
    }

    List<Long> nextIds(int count) {
        return sql.sql(NEXT_IDS).param("count", count).query(Long.class).list();
    }

    /** Lays out an entry for {@link #appendAll}. */
    static void layOut(CopyRows rows, Sealed sealed) {
        Entry entry = sealed.entry();
        rows.row(12)
                .bigint(entry.fileId())
                .integer(entry.seq())
                .bigint(entry.entryId())
                .text(entry.kind())
                .text(entry.channel())
                .text(entry.source())
                .bigint(entry.actorId())
                .instant(entry.at())
                .text(entry.legalBasis());
        optional(rows, entry.runId());
        optional(rows, entry.runRow());
        rows.bytes(sealed.body());
    }

    void appendAll(CopyRows rows) {
        copy.in(COPY, rows);
    }

    /** Appends entries that have no ids yet and gives them theirs. A COPY of a few costs more than it saves. */
    List<Sealed> append(List<Sealed> some) {
        if (some.size() <= FEW) {
            return some.stream().map(one -> one.numbered(insert(one))).toList();
        }
        List<Long> ids = nextIds(some.size());
        List<Sealed> numbered = new ArrayList<>(some.size());
        CopyRows rows = new CopyRows();
        for (int i = 0; i < some.size(); i++) {
            numbered.add(some.get(i).numbered(ids.get(i)));
            layOut(rows, numbered.getLast());
        }
        appendAll(rows);
        return numbered;
    }

    private long insert(Sealed sealed) {
        Bundle alone = bundles.open();
        return insert(sealed, alone).query((row, n) -> row.getLong("entry_id")).getFirst();
    }

    /** Appends one that nobody asks the id of, with what else a bundle sends. */
    void append(Sealed sealed, Bundle bundle) {
        insert(sealed, bundle).add();
    }

    private static Bundle.Statement insert(Sealed sealed, Bundle bundle) {
        Entry entry = sealed.entry();
        return bundle.sql(INSERT)
                .param("file", entry.fileId())
                .param("seq", entry.seq())
                .param("kind", entry.kind())
                .param("channel", entry.channel())
                .param("source", entry.source())
                .param("actor", entry.actorId())
                .param("at", entry.at().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .param("basis", entry.legalBasis())
                .param("run", orNull(entry.runId()), Types.BIGINT)
                .param("row", orNull(entry.runRow()), Types.BIGINT)
                .param("body", sealed.body());
    }

    private static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    /** The first entries of a file, in order. */
    List<Sealed> entriesUpTo(long fileId, int last) {
        return sql.sql(UP_TO)
                .param("file", fileId)
                .param("last", last)
                .query((row, n) -> new Sealed(entry(row), row.getBytes("body")))
                .list();
    }

    /** The entries of a file up to the last one made until a moment, in order; a clock put back leaves no gap. */
    List<Sealed> entries(long fileId, Instant until) {
        return sql.sql(OF_FILE)
                .param("file", fileId)
                .param("until", Timestamp.from(until))
                .query((row, n) -> new Sealed(entry(row), row.getBytes("body")))
                .list();
    }

    /** All entries of these files, in order. */
    Map<Long, List<Sealed>> entriesOf(Collection<Long> fileIds) {
        Map<Long, List<Sealed>> entries = new HashMap<>();
        sql.sql(OF_FILES).param("files", fileIds.toArray(Long[]::new)).query(row -> {
            entries.computeIfAbsent(row.getLong("file_id"), id -> new ArrayList<>())
                    .add(new Sealed(entry(row), row.getBytes("body")));
        });
        return entries;
    }

    /** What an import said, row by row, behind a row; what took it back has no row. */
    List<RunEntry> ofRun(long run, long after, int limit) {
        return sql.sql(OF_RUN)
                .param("run", run)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new RunEntry(row.getLong("run_row"), row.getLong("file_id")))
                .list();
    }

    /** The same with the files' names and the entries' numbers. */
    List<RunSaid> saidBy(long run, long after, int limit) {
        return sql.sql(SAID_BY)
                .param("run", run)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new RunSaid(
                        new FileRef(
                                row.getLong("file_id"),
                                row.getLong("head_id"),
                                new CustomerNumber(row.getString("number")),
                                row.getString("record_type")),
                        row.getLong("run_row"),
                        row.getInt("seq")))
                .list();
    }

    long countOfRun(long run) {
        return sql.sql(COUNT_OF_RUN).param("run", run).query(Long.class).single();
    }

    /** Some entries of a file without their bodies. */
    List<Entry> entries(long fileId, List<Integer> seqs) {
        return sql.sql(SOME)
                .param("file", fileId)
                .param("seqs", seqs.toArray(Integer[]::new))
                .query((row, n) -> entry(row))
                .list();
    }

    static Sealed seal(Entry entry, EntryBody body, SealKey key) {
        return new Sealed(entry, key.seal(body.bytes(), EntryBody.place(entry.fileId(), entry.seq())));
    }

    private static void optional(CopyRows rows, OptionalLong value) {
        if (value.isPresent()) {
            rows.bigint(value.getAsLong());
        } else {
            rows.nothing();
        }
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("file_id"),
                row.getInt("seq"),
                row.getLong("entry_id"),
                row.getString("kind"),
                row.getString("channel"),
                row.getString("source"),
                row.getLong("actor_id"),
                row.getTimestamp("at").toInstant(),
                row.getString("legal_basis"),
                optional(row, "run_id"),
                optional(row, "run_row"));
    }

    private static OptionalLong optional(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** A row of a run and the file it spoke of. */
    record RunEntry(long row, long fileId) {}

    /** A row of a run, the file it spoke of, and the number of the entry there. */
    record RunSaid(FileRef file, long row, int seq) {}

    /** An entry with its sealed body. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Sealed(Entry entry, byte[] body) {
        Sealed numbered(long id) {
            return new Sealed(entry.numbered(id), body);
        }
    }
}
