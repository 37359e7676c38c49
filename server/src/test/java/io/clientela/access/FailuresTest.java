package io.clientela.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Failures.Limits LIMITS = new Failures.Limits(5, Duration.ofMinutes(5), Duration.ofHours(1));

    @Test
    void fifthFailureLocksAndEachFurtherLockLastsTwiceAsLongUpToAnHour() {
        Instant now = NOON;
        Failures failures = Failures.none(now);
        for (int minutes : new int[] {5, 10, 20, 40, 60, 60}) {
            for (int i = 0; i < LIMITS.allowed(); i++) {
                assertThat(failures.locked(now)).isFalse();
                failures = failures.attempted(now, LIMITS);
            }
            assertThat(failures.lockedUntil()).contains(now.plus(Duration.ofMinutes(minutes)));
            assertThat(failures.locked(now)).isTrue();
            now = now.plus(Duration.ofMinutes(minutes));
            assertThat(failures.locked(now)).isFalse();
        }
    }

    @Test
    void dayWithoutFailureForgetsThem() {
        Failures failures = Failures.none(NOON);
        for (int i = 0; i < 4; i++) {
            failures = failures.attempted(NOON, LIMITS);
        }
        Instant later = NOON.plus(Duration.ofHours(25));
        assertThat(failures.attempted(later, LIMITS))
                .isEqualTo(Failures.none(later).attempted(later, LIMITS));
    }
}
