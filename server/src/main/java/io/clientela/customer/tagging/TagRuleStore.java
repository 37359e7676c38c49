package io.clientela.customer.tagging;

import io.clientela.customer.tagging.TagRule.Said;
import io.clientela.kit.fields.Texts;
import io.clientela.vault.SealKey;
import io.clientela.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TagRuleStore {

    private static final String PLACE = "tag-rule";

    private static final String SELECT = """
            select r.rule_id, r.label_zh, r.label_en, r.label_es, r.record_type, r.conditions, r.tag, r.active, r.version,
                   r.changed_by, r.changed_at
            from customer.tag_rule r
            """;

    private static final String ALL = SELECT + """
            order by r.rule_id
            """;

    private static final String FIND = SELECT + """
            where r.rule_id = :id
            """;

    private static final String INSERT = """
            insert into customer.tag_rule (
              label_zh, label_en, label_es, record_type, conditions, tag, active, version, changed_by, changed_at
            )
            values (:zh, :en, :es, :type, :conditions, :tag, :active, 1, :by, :at)
            returning rule_id
            """;

    private static final String UPDATE = """
            update customer.tag_rule
            set label_zh = :zh,
                label_en = :en,
                label_es = :es,
                record_type = :type,
                conditions = :conditions,
                tag = :tag,
                active = :active,
                version = version + 1,
                changed_by = :by,
                changed_at = :at
            where rule_id = :id
              and version = :version
            """;

    private static final String DELETE = """
            delete from customer.tag_rule r
            where r.rule_id = :id
            """;

    private final JdbcClient sql;
    private final SealKey key;

    TagRuleStore(JdbcClient sql, Vault vault) {
        this.sql = sql;
        this.key = vault.purpose(PLACE);
    }

    List<TagRule> all() {
        return sql.sql(ALL).query((row, n) -> rule(row)).list();
    }

    Optional<TagRule> find(long id) {
        return sql.sql(FIND).param("id", id).query((row, n) -> rule(row)).optional();
    }

    long insert(Said said, boolean active, long by, Instant at) {
        return with(sql.sql(INSERT), said, active, by, at).query(Long.class).single();
    }

    /** False where it has another version by now. */
    boolean update(TagRule rule) {
        return with(sql.sql(UPDATE), rule.said(), rule.active(), rule.changedBy(), rule.changedAt())
                        .param("id", rule.id())
                        .param("version", rule.version())
                        .update()
                == 1;
    }

    void delete(long id) {
        sql.sql(DELETE).param("id", id).update();
    }

    private JdbcClient.StatementSpec with(
            JdbcClient.StatementSpec statement, Said said, boolean active, long by, Instant at) {
        return statement
                .param("zh", said.label().zh())
                .param("en", said.label().en())
                .param("es", said.label().es())
                .param("type", said.type())
                .param("conditions", key.seal(said.where().getBytes(StandardCharsets.UTF_8), PLACE))
                .param("tag", said.tag())
                .param("active", active)
                .param("by", by)
                .param("at", Timestamp.from(at));
    }

    private TagRule rule(ResultSet row) throws SQLException {
        Said said = new Said(
                new Texts(row.getString("label_zh"), row.getString("label_en"), row.getString("label_es")),
                row.getString("record_type"),
                new String(key.open(row.getBytes("conditions"), PLACE), StandardCharsets.UTF_8),
                row.getString("tag"));
        return new TagRule(
                row.getLong("rule_id"),
                said,
                row.getBoolean("active"),
                row.getLong("version"),
                row.getLong("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }
}
