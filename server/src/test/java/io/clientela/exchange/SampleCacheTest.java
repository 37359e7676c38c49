package io.clientela.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SampleCacheTest {

    private static final Map<Integer, List<String>> ONE = Map.of(0, List.of("one"));
    private static final Map<Integer, List<String>> TWO = Map.of(0, List.of("two"));

    /** The common pool has a single thread on a small machine. */
    private static final Executor OWN_THREAD = task -> Thread.ofPlatform().start(task);

    private final SampleCache cache = new SampleCache();

    @Test
    void nobodyWaitsForAnothersFile() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        CompletableFuture<Map<Integer, List<String>>> slow = CompletableFuture.supplyAsync(
                () -> cache.of(1, () -> {
                    reading.countDown();
                    try {
                        assertThat(read.await(20, TimeUnit.SECONDS)).isTrue();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    return ONE;
                }),
                OWN_THREAD);
        assertThat(reading.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(CompletableFuture.supplyAsync(() -> cache.of(2, () -> TWO), OWN_THREAD)
                        .get(10, TimeUnit.SECONDS))
                .isEqualTo(TWO);
        read.countDown();
        assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo(ONE);
    }

    @Test
    void whatWasPutInIsNotReadAgain() {
        cache.put(1, ONE);
        assertThat(cache.of(1, () -> TWO)).isEqualTo(ONE);
    }
}
