package io.clientela.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class OutboxTest {

    @Autowired
    Outbox outbox;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void followerSeesEachEventOnceEvenOneThatCommitsLate() {
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        new TransactionTemplate(transactions).executeWithoutResult(late -> {
            outbox.append("late", List.of(1L), 0);
            apart.executeWithoutResult(early -> outbox.append("early", List.of(2L), 0));
            // While the late one runs nothing is shown that would step over it.
            assertThat(kinds(apart)).isEmpty();
        });
        // Any other transaction of the database that still runs keeps them back as well.
        List<String> seen = new ArrayList<>();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            seen.addAll(kinds(apart));
            return seen.size() >= 2;
        });
        assertThat(seen).containsExactly("late", "early");
        assertThat(kinds(apart)).isEmpty();
    }

    @Test
    void cutsLongListsOfIdsIntoSeveralEvents() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(
                t -> outbox.append("many", LongStream.range(0, 2_500).boxed().toList(), 7));
        // What still runs beside it, the followers of the server among them, keeps them back for a while.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sizes(transaction)).containsExactly(1_000, 1_000, 500));
    }

    @Test
    void itIsKnownWhetherSomethingWasWrittenOfLate() {
        Instant before = Instant.now().minusSeconds(1);
        new TransactionTemplate(transactions).executeWithoutResult(t -> outbox.append("now", List.of(1L), 0));
        assertThat(outbox.isWrittenSince(before)).isTrue();
        assertThat(outbox.isWrittenSince(Instant.now().plusSeconds(60))).isFalse();
    }

    @Test
    void itIsKnownWhetherMoreWaitsThanThat() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        List<Outbox.Event> before = transaction.execute(t -> outbox.next("behind", 1_000_000));
        before.stream()
                .reduce((one, other) -> other)
                .ifPresent(last -> transaction.executeWithoutResult(t -> outbox.move("behind", last)));
        transaction.executeWithoutResult(t -> {
            for (long id = 0; id < 3; id++) {
                outbox.append("waits", List.of(id), 0);
            }
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> behind(transaction, 2));
        // No other test of this class writes meanwhile, and none is behind by itself by so much.
        assertThat(behind(transaction, 1_000_000)).isFalse();
    }

    private boolean behind(TransactionTemplate transaction, int events) {
        return Boolean.TRUE.equals(transaction.execute(t -> outbox.isBehind("behind", events)));
    }

    private List<Integer> sizes(TransactionTemplate transaction) {
        return transaction.execute(t -> outbox.next("sizes", 100_000).stream()
                .filter(event -> "many".equals(event.kind()))
                .map(event -> event.ids().size())
                .toList());
    }

    private List<String> kinds(TransactionTemplate transaction) {
        return transaction.execute(t -> {
            List<Outbox.Event> events = outbox.next("story", 100_000).stream().toList();
            if (!events.isEmpty()) {
                outbox.move("story", events.getLast());
            }
            return events.stream()
                    .map(Outbox.Event::kind)
                    .filter(kind -> "late".equals(kind) || "early".equals(kind))
                    .toList();
        });
    }
}
