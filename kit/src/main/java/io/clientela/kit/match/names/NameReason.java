package io.clientela.kit.match.names;

import java.util.EnumSet;
import java.util.Set;

/** What differs between two names, for the explanation; the codes are stable. */
public enum NameReason {
    LEGAL_FORM(0),
    SPELLING(1),
    SCRIPT(2),
    PLACE_LEFT_OUT(3),
    PLACE(4),
    BUSINESS_LEFT_OUT(5),
    BUSINESS(6),
    NUMBER(7),
    BRANCH(8),
    GROUP(9),
    WORD_LEFT_OUT(10),
    WORD(11),
    ACRONYM(12);

    private final int place;

    NameReason(int place) {
        this.place = place;
    }

    int bit() {
        return 1 << place;
    }

    static Set<NameReason> of(int bits) {
        EnumSet<NameReason> reasons = EnumSet.noneOf(NameReason.class);
        for (NameReason reason : values()) {
            if ((bits & reason.bit()) != 0) {
                reasons.add(reason);
            }
        }
        return reasons;
    }
}
