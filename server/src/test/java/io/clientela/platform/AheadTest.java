package io.clientela.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AheadTest {

    @Test
    void givesEverythingInItsOrder() {
        List<Integer> used = new ArrayList<>();
        Ahead.<Integer>run(out -> IntStream.range(0, 1_000).forEach(out::accept), used::add);
        assertThat(used).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
    }

    @Test
    void throwsWhereItIsUsedWhatWentWrongWhereItIsMade() {
        List<Integer> used = new ArrayList<>();
        assertThatThrownBy(() -> Ahead.<Integer>run(
                        out -> {
                            out.accept(1);
                            throw new IllegalArgumentException("the ink is out");
                        },
                        used::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the ink is out");
        assertThat(used).containsExactly(1);
    }

    @Test
    void makesNoMoreOnceItsUserHasStopped() {
        AtomicInteger made = new AtomicInteger();
        AtomicReference<Thread> maker = new AtomicReference<>();
        assertThatThrownBy(() -> Ahead.<Integer>run(
                        out -> {
                            maker.set(Thread.currentThread());
                            while (true) {
                                out.accept(made.incrementAndGet());
                            }
                        },
                        portion -> {
                            throw new IllegalStateException("enough");
                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
        assertThat(made.get()).isLessThan(20);
        assertThat(maker.get().isAlive()).isFalse();
    }

    @Test
    void stopsWhenToldTo() throws InterruptedException {
        List<Throwable> thrown = new ArrayList<>();
        Thread user = Thread.ofPlatform().start(() -> {
            try {
                Ahead.<Integer>run(
                        out -> {
                            while (true) {
                                out.accept(1);
                            }
                        },
                        portion -> Interruptions.check());
            } catch (CancellationException e) {
                thrown.add(e);
            }
        });
        Thread.sleep(100);
        user.interrupt();
        user.join(5_000);
        assertThat(user.isAlive()).isFalse();
        assertThat(thrown).hasSize(1);
    }
}
