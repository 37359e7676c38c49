package io.clientela.kit.match;

import java.util.List;
import java.util.Set;

/**
 * People of one household agree in surname, address and telephone, which are no witnesses that they are one. Where given name and
 * birth date both speak against it, and neither a document nor an e-mail address for it, what a household shares counts for nothing.
 */
final class Household {

    private static final Set<String> SHARED = Set.of("family_name", "phone", "place", "street", "premises");

    private final int given;
    private final int birth;
    private final int document;
    private final int email;
    private final int different;
    private final int otherDate;
    private final boolean[] shared;

    Household(RuleSet rules) {
        List<Aspect> aspects = rules.aspects();
        this.given = place(aspects, "given_name");
        this.birth = place(aspects, "birth_date");
        this.document = place(aspects, "document");
        this.email = place(aspects, "email");
        this.different = level(aspects, given, "different");
        this.otherDate = level(aspects, birth, "different");
        this.shared = new boolean[aspects.size()];
        for (int i = 0; i < shared.length; i++) {
            shared[i] = SHARED.contains(aspects.get(i).code());
        }
    }

    /** Whether two records look like relatives rather than like one person. */
    boolean relatives(byte[] levels) {
        return given >= 0
                && levels[given] == different
                && levels[birth] == otherDate
                && levels[document] != 1
                && levels[email] != 1;
    }

    /** What an aspect contributes to that which a household shares. */
    double shared(int aspect, double bits) {
        return shared[aspect] ? Math.max(0, bits) : 0;
    }

    private static int place(List<Aspect> aspects, String code) {
        for (int i = 0; i < aspects.size(); i++) {
            if (aspects.get(i).code().equals(code)) {
                return i;
            }
        }
        return -1;
    }

    private static int level(List<Aspect> aspects, int aspect, String code) {
        if (aspect < 0) {
            return -1;
        }
        List<Level> levels = aspects.get(aspect).levels();
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).code().equals(code)) {
                return i;
            }
        }
        return -1;
    }
}
