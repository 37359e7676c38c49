package io.clientela.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The failed sign-ins under one name. Five in a row lock the name for five minutes, and each further lock lasts twice as long,
 * up to an hour; a day without any forgets them.
 */
record Failures(int count, int locks, Optional<Instant> lockedUntil, Instant lastAt) {

    static final int ALLOWED = 5;
    static final Duration FIRST_LOCK = Duration.ofMinutes(5);
    static final Duration LONGEST_LOCK = Duration.ofHours(1);
    static final Duration REMEMBERED = Duration.ofDays(1);

    static Failures none(Instant now) {
        return new Failures(0, 0, Optional.empty(), now);
    }

    boolean locked(Instant now) {
        return lockedUntil.filter(now::isBefore).isPresent();
    }

    /** One attempt more, counted before its password is looked at so that many at once don't slip through. */
    Failures attempted(Instant now) {
        Failures base = lastAt.plus(REMEMBERED).isBefore(now) ? none(now) : this;
        int next = base.count + 1;
        return next < ALLOWED
                ? new Failures(next, base.locks, Optional.empty(), now)
                : new Failures(0, base.locks + 1, Optional.of(now.plus(lock(base.locks))), now);
    }

    private static Duration lock(int locksBefore) {
        Duration doubled = FIRST_LOCK.multipliedBy(1L << Math.min(locksBefore, 10));
        return doubled.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : doubled;
    }
}
