package io.clientela.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadAuditTest {

    private final AuditBench bench = new AuditBench();

    @Test
    void losesNoReadWhenManyComeAtOnceAndTheServerEnds() throws InterruptedException {
        bench.reads.start();
        List<Thread> readers = new ArrayList<>();
        for (int reader = 0; reader < 4; reader++) {
            readers.add(Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 5_000; i++) {
                    bench.reads.record(AuditBench.event());
                }
            }));
        }
        for (Thread reader : readers) {
            reader.join();
        }
        bench.reads.stop();
        assertThat(rows()).isEqualTo(20_000);
        assertThat(bench.verification.verify().checked()).isEqualTo(20_000);
    }

    @Test
    void writesReadWithinASecondThoughNoOtherFollows() throws InterruptedException {
        bench.reads.start();
        bench.reads.record(AuditBench.event());
        for (int i = 0; i < 50 && rows() == 0; i++) {
            Thread.sleep(100);
        }
        assertThat(rows()).isEqualTo(1);
        bench.reads.stop();
    }

    private long rows() {
        return bench.sql
                .sql("select count(*) from audit.event")
                .query(Long.class)
                .single();
    }
}
