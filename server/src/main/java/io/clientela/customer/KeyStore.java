package io.clientela.customer;

import io.clientela.platform.Copy;
import io.clientela.platform.CopyRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Exact search by keyed hash: claims that several files may make. */
@Repository
class KeyStore {

    private static final String COPY = """
            copy customer.unique_key (blind, file_id, head_id, kind)
            from stdin (format binary)
            """;

    /** Planned once, however many there are. */
    private static final String FIND = """
            select k.blind, k.file_id, k.head_id, k.kind
            from customer.unique_key k
            where k.blind = any(cast((select cast(:blinds as bytea[])) as bytea[]))
            order by k.file_id
            """;

    private static final String REMOVE = """
            delete from customer.unique_key k
            where k.blind = :blind
              and k.file_id = :file
            """;

    private final JdbcClient sql;
    private final Copy copy;

    KeyStore(JdbcClient sql, Copy copy) {
        this.sql = sql;
        this.copy = copy;
    }

    static void layOut(CopyRows rows, Claim claim) {
        rows.row(4)
                .bytes(claim.blind().bytes())
                .bigint(claim.fileId())
                .bigint(claim.fileId())
                .text(claim.kind());
    }

    void insertAll(CopyRows rows) {
        copy.in(COPY, rows);
    }

    /** Who claims these hashes, oldest file first. */
    Map<Blind, List<Claim>> find(Collection<Blind> blinds) {
        Map<Blind, List<Claim>> claims = new HashMap<>();
        if (blinds.isEmpty()) {
            return claims;
        }
        sql.sql(FIND)
                .param("blinds", blinds.stream().map(Blind::bytes).toArray(byte[][]::new))
                .query(row -> {
                    Blind blind = new Blind(row.getBytes("blind"));
                    claims.computeIfAbsent(blind, b -> new ArrayList<>())
                            .add(new Claim(
                                    blind, row.getLong("file_id"), row.getLong("head_id"), row.getString("kind")));
                });
        return claims;
    }

    void remove(Claim claim) {
        sql.sql(REMOVE)
                .param("blind", claim.blind().bytes())
                .param("file", claim.fileId())
                .update();
    }

    /** A file says so, which belongs to a head. */
    record Claim(Blind blind, long fileId, long headId, String kind) {
        Claim(Blind blind, long fileId, String kind) {
            this(blind, fileId, fileId, kind);
        }
    }

    /** A keyed hash that can be a key of a map. */
    static final class Blind {
        private final byte[] bytes;

        Blind(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Blind blind && java.util.Arrays.equals(bytes, blind.bytes);
        }

        @Override
        public int hashCode() {
            return Objects.hash(java.util.Arrays.hashCode(bytes));
        }
    }
}
