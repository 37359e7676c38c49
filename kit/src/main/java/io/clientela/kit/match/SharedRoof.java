package io.clientela.kit.match;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Who lives or works under one roof agrees in address and telephone, relatives in surname too, which are no witnesses that they are
 * one. Where given name and birth date of two persons both speak against it, or the names of two enterprises say that they are two,
 * and neither a document nor an e-mail address speaks for it, what a roof shares counts for nothing.
 */
final class SharedRoof {

    private static final Set<String> SHARED = Set.of("family_name", "phone", "place", "street", "premises");
    private static final String DIFFERENT = "different";
    private static final int EQUAL = 1;

    private final List<Aspect> aspects;
    private final int given;
    private final int birth;
    private final int title;
    private final int document;
    private final int email;
    private final int differentGiven;
    private final int differentBirth;
    private final int differentTitle;
    private final int brand;
    private final boolean[] shared;

    SharedRoof(RuleSet rules) {
        this.aspects = rules.aspects();
        this.given = place("given_name");
        this.birth = place("birth_date");
        this.title = place("title");
        this.document = place("document");
        this.email = place("email");
        this.differentGiven = level(given, DIFFERENT);
        this.differentBirth = level(birth, DIFFERENT);
        this.differentTitle = level(title, DIFFERENT);
        this.brand = level(title, "brand");
        this.shared = new boolean[aspects.size()];
        for (int i = 0; i < shared.length; i++) {
            shared[i] = SHARED.contains(aspects.get(i).code());
        }
    }

    /** Whether two records look like relatives or neighbours rather than like one customer. */
    boolean neighbours(byte[] levels) {
        return differ(levels) && unvouched(levels);
    }

    /** Whether neither a document nor an e-mail address says that they are one. */
    boolean unvouched(byte[] levels) {
        return levels[document] != EQUAL && levels[email] != EQUAL;
    }

    private boolean differ(byte[] levels) {
        return given >= 0
                ? levels[given] == differentGiven && levels[birth] == differentBirth
                : levels[title] == differentTitle || levels[title] == brand;
    }

    /** What an aspect contributes to that which a roof shares. */
    double shared(int aspect, double bits) {
        return shared[aspect] ? Math.max(0, bits) : 0;
    }

    /** The reason to be given. */
    Reason reason(double bits) {
        return given >= 0
                ? new Reason("household", "relatives", -bits, "", "")
                : new Reason("roof", "neighbours", -bits, "", "");
    }

    private int place(String code) {
        return IntStream.range(0, aspects.size())
                .filter(i -> aspects.get(i).code().equals(code))
                .findFirst()
                .orElse(-1);
    }

    private int level(int aspect, String code) {
        if (aspect < 0) {
            return -1;
        }
        List<Level> levels = aspects.get(aspect).levels();
        return IntStream.range(0, levels.size())
                .filter(i -> levels.get(i).code().equals(code))
                .findFirst()
                .orElse(-1);
    }
}
