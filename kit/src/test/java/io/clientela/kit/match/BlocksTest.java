package io.clientela.kit.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BlocksTest {

    private static Set<Long> pairs(Base base, AtomicLong count) {
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        new Blocks(base)
                .pairs(
                        (kind, part) -> (a, b) -> {
                            count.incrementAndGet();
                            seen.add(((long) a << 32) | b);
                        },
                        Progress.NONE);
        return seen;
    }

    @Test
    void everyPairComesOnce() {
        AtomicLong count = new AtomicLong();
        Set<Long> seen = pairs(Cast.base(4, 300, 100), count);
        assertThat(count.get()).isEqualTo(seen.size());
        assertThat(seen).contains((0L << 32) | 1, (2L << 32) | 3);
    }

    @Test
    void oneNameOfThousandsIsLeftToTheOtherKeys() {
        Base base = new Base(RuleSet.persons());
        for (int i = 0; i < 3_000; i++) {
            base.add(i, Cast.person("name", "张伟", "mobile", "+86138" + (10_000_000 + i / 2)));
        }
        Set<Long> seen = pairs(base, new AtomicLong());
        assertThat(seen).hasSize(1_500);
    }
}
