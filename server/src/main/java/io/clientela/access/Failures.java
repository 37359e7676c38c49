package io.clientela.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The failed sign-ins under one name. As many in a row as the rules allow lock the name, and each further lock lasts twice as long,
 * up to the longest; a day without any forgets them.
 */
record Failures(int count, int locks, Optional<Instant> lockedUntil, Instant lastAt) {

    static final Duration REMEMBERED = Duration.ofDays(1);

    static Failures none(Instant now) {
        return new Failures(0, 0, Optional.empty(), now);
    }

    boolean locked(Instant now) {
        return lockedUntil.filter(now::isBefore).isPresent();
    }

    /** One attempt more, counted before its password is looked at so that many at once don't slip through. */
    Failures attempted(Instant now, Limits limits) {
        Failures base = lastAt.plus(REMEMBERED).isBefore(now) ? none(now) : this;
        int next = base.count + 1;
        return next < limits.allowed()
                ? new Failures(next, base.locks, Optional.empty(), now)
                : new Failures(0, base.locks + 1, Optional.of(now.plus(limits.lock(base.locks))), now);
    }

    /** What is allowed: so many failures in a row, then a lock, which doubles. */
    record Limits(int allowed, Duration first, Duration longest) {

        private Duration lock(int locksBefore) {
            Duration doubled = first.multipliedBy(1L << Math.min(locksBefore, 10));
            return doubled.compareTo(longest) > 0 ? longest : doubled;
        }
    }
}
