package io.clientela.kit.match.names;

import java.util.Set;

/** What comparing two names found: the level, how alike from 0 to 1, and what differs. */
public final class NameLikeness {

    /** From here on two names, persons' or enterprises', in any scripts, are likelier one's than two's. */
    public static final double LIKELY_SAME = 0.76;

    static final NameLikeness EQUAL = new NameLikeness(NameLevel.EQUAL, 1, 0);

    private final NameLevel level;
    private final double likeness;
    private final int reasons;

    NameLikeness(NameLevel level, double likeness, int reasons) {
        this.level = level;
        this.likeness = likeness;
        this.reasons = reasons;
    }

    public NameLevel level() {
        return level;
    }

    public double likeness() {
        return likeness;
    }

    public Set<NameReason> reasons() {
        return NameReason.of(reasons);
    }

    @Override
    public String toString() {
        return level + " " + Math.round(likeness * 1000) / 1000.0 + " " + reasons();
    }
}
