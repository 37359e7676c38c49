package io.clientela.customer;

import io.clientela.platform.Bundle;
import io.clientela.platform.Bundles;
import io.clientela.platform.Copy;
import io.clientela.platform.CopyRows;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hashed search tokens of files. */
@Repository
class SearchStore {

    private static final String COPY = """
            copy customer.search (file_id, head_id, tokens, department_id, owner_id)
            from stdin (format binary)
            """;

    private static final String UPDATE = """
            update customer.search
            set tokens = :tokens, department_id = :department, owner_id = :owner
            where file_id = :file
            """;

    private static final String HOLDERS = """
            select s.file_id
            from customer.search s
            where s.tokens @> :tokens
            limit :limit
            """;

    private static final String SET_RIGHT = """
            update customer.search s
            set department_id = f.department_id, owner_id = f.owner_id
            from customer.file f
            where f.file_id = s.head_id
              and s.department_id is not null
              and (s.department_id <> f.department_id or s.owner_id <> f.owner_id)
            """;

    private static final String SORT_IN = """
            select gin_clean_pending_list('customer.search_tokens'::regclass)
            """;

    private final JdbcClient sql;
    private final Copy copy;
    private final Bundles bundles;

    SearchStore(JdbcClient sql, Copy copy, Bundles bundles) {
        this.sql = sql;
        this.copy = copy;
        this.bundles = bundles;
    }

    static void layOut(CopyRows rows, Tokens tokens) {
        rows.row(5)
                .bigint(tokens.fileId())
                .bigint(tokens.fileId())
                .integers(tokens.tokens())
                .bigint(tokens.departmentId())
                .bigint(tokens.ownerId());
    }

    void insertAll(CopyRows rows) {
        copy.in(COPY, rows);
    }

    void update(Tokens tokens) {
        Bundle alone = bundles.open();
        update(tokens, alone);
        alone.send();
    }

    /** The same with what else a bundle sends. */
    void update(Tokens tokens, Bundle bundle) {
        bundle.sql(UPDATE)
                .param(
                        "tokens",
                        java.util.Arrays.stream(tokens.tokens()).boxed().toArray(Integer[]::new))
                .param("department", tokens.departmentId())
                .param("owner", tokens.ownerId())
                .param("file", tokens.fileId())
                .add();
    }

    /** Sorts into the index what waits in front of it; answers how many pages that were. */
    long sortIn() {
        return sql.sql(SORT_IN).query(Long.class).single();
    }

    /** Sets right whose customer each file is said to be, where a server that knows of no such columns has written; answers how many it were. */
    int setRight() {
        return sql.sql(SET_RIGHT).update();
    }

    /** Files that have all these tokens, in no order. */
    List<Long> holders(List<String> tokens, int limit) {
        return sql.sql(HOLDERS)
                .param("tokens", hashed(tokens))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /**
     * What one file is found by.
     *
     * @param ownerId of the customer it belongs to, as is {@code departmentId}; tokens as well, and apart from them
     * @param tokens without repeats
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Tokens(long fileId, long ownerId, long departmentId, int[] tokens) {}

    /** Hashed tokens as an array parameter. */
    static Integer[] hashed(List<String> tokens) {
        return tokens.stream().map(FileTokens::hash).toArray(Integer[]::new);
    }
}
