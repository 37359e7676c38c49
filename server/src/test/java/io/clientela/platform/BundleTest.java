package io.clientela.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.platform.Bundle.Answer;
import java.sql.Types;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class BundleTest {

    private static final String INSERT = "insert into bundle_test.line (id, said) values (:id, :said)";

    @Autowired
    Bundles bundles;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void table() {
        sql.sql("create schema bundle_test").update();
        sql.sql("create table bundle_test.line (id bigint primary key, said text)")
                .update();
    }

    @AfterEach
    void away() {
        sql.sql("drop schema bundle_test cascade").update();
    }

    @Test
    void questionsWaitWithTheOthersAndAreAnsweredTogether() {
        transaction.executeWithoutResult(status -> {
            Bundle bundle = bundles.open();
            Answer<String> before = asked(bundle);
            bundle.sql(INSERT).param("id", 1L).param("said", "one").add();
            Answer<String> after = asked(bundle);
            assertThatThrownBy(before::get).isInstanceOf(IllegalStateException.class);
            bundle.send();
            assertThat(before.get()).isEmpty();
            assertThat(after.get()).containsExactly("one");
        });
    }

    private static Answer<String> asked(Bundle bundle) {
        return bundle.sql("select l.said from bundle_test.line l order by l.id").ask((row, n) -> row.getString("said"));
    }

    @Test
    void statementsTakeEffectInTheirOrderOnceTheyAreSent() {
        List<String> answered = transaction.execute(status -> {
            Bundle bundle = bundles.open();
            bundle.sql(INSERT)
                    .param("id", 1L)
                    .param("said", "one; two: 'three'")
                    .add();
            bundle.sql("update bundle_test.line set said = said || :more where id = :id")
                    .param("more", "!")
                    .param("id", 1L)
                    .add();
            bundle.sql(INSERT)
                    .param("id", 2L)
                    .param("said", null, Types.VARCHAR)
                    .add();
            assertThat(lines()).isEmpty();
            return bundle.sql("select coalesce(l.said, :none) as said from bundle_test.line l order by l.id")
                    .param("none", "nothing")
                    .query((row, n) -> row.getString("said"));
        });
        assertThat(answered).containsExactly("one; two: 'three'!", "nothing");
        assertThat(lines()).hasSize(2);
    }

    @Test
    void aBundleIsSentOnceAndMayBeFilledAnew() {
        transaction.executeWithoutResult(status -> {
            Bundle bundle = bundles.open();
            bundle.send();
            bundle.sql(INSERT).param("id", 1L).param("said", "a").add();
            bundle.send();
            bundle.send();
            bundle.sql(INSERT).param("id", 2L).param("said", "b").add();
            bundle.send();
        });
        assertThat(lines()).containsExactly("a", "b");
    }

    @Test
    void oneThatFailsLetsAllFail() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    Bundle bundle = bundles.open();
                    bundle.sql(INSERT).param("id", 1L).param("said", "a").add();
                    bundle.sql(INSERT).param("id", 1L).param("said", "b").add();
                    bundle.sql(INSERT).param("id", 2L).param("said", "c").add();
                    bundle.send();
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(lines()).isEmpty();
    }

    private List<String> lines() {
        return sql.sql("select l.said from bundle_test.line l order by l.id")
                .query((row, n) -> String.valueOf(row.getString("said")))
                .list();
    }
}
