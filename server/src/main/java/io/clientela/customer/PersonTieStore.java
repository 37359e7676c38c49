package io.clientela.customer;

import io.clientela.kernel.Scope;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which contacts have a file of their own. */
@Repository
class PersonTieStore {

    private static final String TIE = """
            insert into customer.person_tie (file_id, head_id, item_id, person_id, person_head_id)
            select :file, :file, :item, f.file_id, f.head_id
            from customer.file f
            where f.number = :number
            """;

    private static final String UNTIE = """
            delete from customer.person_tie t
            where t.file_id = :file
              and t.item_id = any(:items)
            """;

    private static final String OF_PERSON = """
            select t.head_id, t.item_id
            from customer.person_tie t
            join customer.file f on f.file_id = t.head_id
            where t.person_head_id = :person
              and f.listed
              and (:all or f.owner_id = :user or f.department_id = any(:departments))
            order by t.head_id, t.item_id
            limit :limit
            """;

    private static final String AMONG = """
            select distinct t.person_id
            from customer.person_tie t
            where t.person_head_id = any(:files)
            """;

    private final JdbcClient sql;

    PersonTieStore(JdbcClient sql) {
        this.sql = sql;
    }

    void tie(long fileId, long itemId, String number) {
        sql.sql(TIE)
                .param("file", fileId)
                .param("item", itemId)
                .param("number", number)
                .update();
    }

    void untie(long fileId, Collection<Long> items) {
        sql.sql(UNTIE)
                .param("file", fileId)
                .param("items", items.toArray(Long[]::new))
                .update();
    }

    /** Contacts in listed files of a scope; what lies outside it takes no place among them. */
    List<Tie> of(long person, Scope scope, int limit) {
        return ScopeParams.put(sql.sql(OF_PERSON), scope)
                .param("person", person)
                .param("limit", limit)
                .query((row, n) -> new Tie(row.getLong("head_id"), row.getLong("item_id")))
                .list();
    }

    /** Those of these files that are some contact's own. */
    Set<Long> among(Collection<Long> files) {
        return new HashSet<>(sql.sql(AMONG)
                .param("files", files.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    /** A contact of a file. */
    record Tie(long fileId, long itemId) {}
}
