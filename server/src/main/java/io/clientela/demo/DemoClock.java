package io.clientela.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** Tells a moment of the past until it is told to run, so that a demonstration can have a history; never turned back. */
final class DemoClock extends Clock {

    private final Clock real;
    private volatile Instant standing;

    DemoClock(Clock real, Instant start) {
        this.real = real;
        this.standing = start;
    }

    /** Goes on to a later moment. */
    void to(Instant moment) {
        if (moment.isAfter(standing)) {
            standing = moment;
        }
    }

    /** From now on the time is the real one. */
    void run() {
        standing = Instant.MAX;
    }

    @Override
    public Instant instant() {
        Instant now = real.instant();
        return standing.isBefore(now) ? standing : now;
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
