package io.clientela.customer;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links that make one customer of several files. */
@Repository
class LinkStore {

    private static final String LINKED = """
            select l.file_id
            from customer.link l
            where l.file_id = any(:ids)
              and l.ended_at is null
            union
            select l.head_id
            from customer.link l
            where l.head_id = any(:ids)
              and l.ended_at is null
            """;

    private final JdbcClient sql;

    LinkStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those of these files that are linked to another now. */
    List<Long> linked(Collection<Long> fileIds) {
        return sql.sql(LINKED)
                .param("ids", fileIds.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }
}
