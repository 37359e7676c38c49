package io.clientela.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.access.Actors;
import io.clientela.exchange.spi.ExportSource;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.platform.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ExportsTest {

    @Autowired
    Exports exports;

    @Autowired
    ExportStore store;

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient sql;

    private Actor ana;

    @BeforeEach
    void signIn() {
        long admin = sql.sql("select a.account_id from access.account a where a.name = 'admin'")
                .query(Long.class)
                .single();
        ana = actors.actor(admin, "127.0.0.1", "page");
    }

    private Export exported(Optional<Instant> asOf, String reason) throws InterruptedException {
        long id = exports.start(new ExportSource.Wish("individual", "", Map.of(), asOf, List.of(), reason), "csv", ana)
                .id();
        long patience = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!exports.find(id, ana).over()) {
            assertThat(System.nanoTime()).as("the export ends").isLessThan(patience);
            Thread.sleep(50);
        }
        return exports.find(id, ana);
    }

    @Test
    void anExpiredExportIsForgotten() throws InterruptedException {
        Export expired = exported(Optional.empty(), "");
        Export kept = exported(Optional.empty(), "");
        sql.sql("update exchange.export set expires_at = now() - interval '1 second' where export_id = :id")
                .param("id", expired.id())
                .update();

        assertThat(store.tidy(Instant.now())).isOne();

        assertThatThrownBy(() -> exports.find(expired.id(), ana))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(CommonError.NOT_FOUND));
        assertThat(exports.find(kept.id(), ana).state()).isEqualTo("done");
    }

    @Test
    void theTrailTellsTheMomentAndOnlyTheLengthOfTheReason() throws InterruptedException {
        Instant moment = Instant.parse("2026-10-01T00:00:00Z");
        Export export = exported(Optional.of(moment), "for Ms Wang");
        String detail = sql.sql("select e.detail::text from audit.event e where e.action = 'export.started'"
                        + " and e.subject = :subject")
                .param("subject", "export:" + export.id())
                .query(String.class)
                .single();
        assertThat(detail)
                .contains("2026-10-01T00:00:00Z", "reason_length", "11")
                .doesNotContain("Wang");
    }
}
