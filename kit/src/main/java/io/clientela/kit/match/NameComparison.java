package io.clientela.kit.match;

import io.clientela.kit.match.compare.NameLevel;
import io.clientela.kit.match.compare.NameParts;
import java.util.List;

/** Given and family name together, since one may stand in the place of the other. */
final class NameComparison implements Comparison {

    private static final NameLevel[] LEVELS = NameLevel.values();
    private static final int GIVEN = 0;

    /** Of two names with fewer words together, each word is compared with its like already. */
    private static final int WORDS = 5;

    @Override
    public List<Aspect> aspects() {
        return List.of(
                Weights.aspect("given_name", NameLevel.values(), NameLevel::code, Weights.GIVEN_NAME),
                Weights.aspect("family_name", NameLevel.values(), NameLevel::code, Weights.FAMILY_NAME));
    }

    @Override
    public void compare(Base base, int a, int b, byte[] levels, int from) {
        int givenA = base.get(Slot.GIVEN, a);
        int givenB = base.get(Slot.GIVEN, b);
        int familyA = base.get(Slot.FAMILY, a);
        int familyB = base.get(Slot.FAMILY, b);
        NameLevel given = part(base, givenA, givenB);
        NameLevel family = part(base, familyA, familyB);
        if (good(given) && good(family)) {
            set(levels, from, given, family);
            return;
        }
        NameLevel across = part(base, givenA, familyB);
        NameLevel back = part(base, familyA, givenB);
        if (worth(across) + worth(back) > worth(given) + worth(family) && (good(across) || good(back))) {
            boolean both = good(across) && good(back);
            boolean backward =
                    across == NameLevel.MISSING || (back != NameLevel.MISSING && worth(back) > worth(across));
            NameLevel best = backward ? back : across;
            set(levels, from, both ? NameLevel.SWAPPED : NameLevel.MISSING, best);
            return;
        }
        if (given == NameLevel.DIFFERENT || family == NameLevel.DIFFERENT) {
            NameLevel whole = whole(base, givenA, familyA, givenB, familyB);
            if (whole != NameLevel.DIFFERENT) {
                set(levels, from, good(given) ? given : NameLevel.PART, whole);
                return;
            }
        }
        set(levels, from, given, family);
    }

    /** Names divided differently: all words of the shorter stand in the longer one. */
    private static NameLevel whole(Base base, int givenA, int familyA, int givenB, int familyB) {
        int wordsA = words(base, givenA, familyA);
        int wordsB = words(base, givenB, familyB);
        if (wordsA < 2 || wordsB < 2 || wordsA + wordsB < WORDS) {
            return NameLevel.DIFFERENT;
        }
        NameLevel level = NameParts.compare(joined(base, givenA, familyA), joined(base, givenB, familyB));
        return level == NameLevel.PART || level == NameLevel.VARIANT || level == NameLevel.EQUAL
                ? level
                : NameLevel.DIFFERENT;
    }

    private static String joined(Base base, int given, int family) {
        return (base.text(Slot.GIVEN, given) + " " + base.text(Slot.FAMILY, family)).strip();
    }

    /** How many {@link #joined} has; counted without it, since most pairs of names end here. */
    private static int words(Base base, int given, int family) {
        int words = given != 0 && family != 0 ? 2 : 1;
        return words + spaces(base.text(Slot.GIVEN, given)) + spaces(base.text(Slot.FAMILY, family));
    }

    private static int spaces(String text) {
        int spaces = 0;
        for (int i = 0; i < text.length(); i++) {
            spaces += text.charAt(i) == ' ' ? 1 : 0;
        }
        return spaces;
    }

    private NameLevel part(Base base, int a, int b) {
        if (a == 0 || b == 0) {
            return NameLevel.MISSING;
        }
        if (a == b) {
            return NameLevel.EQUAL;
        }
        PairMemory memory = base.names();
        int known = memory.get(a, b);
        if (known >= 0) {
            return LEVELS[known];
        }
        NameLevel level = NameParts.compare(base.text(Slot.GIVEN, a), base.text(Slot.GIVEN, b));
        memory.put(a, b, level.place());
        return level;
    }

    private static boolean good(NameLevel level) {
        return level != NameLevel.MISSING && level.compareTo(NameLevel.CLOSE) <= 0;
    }

    private static double worth(NameLevel level) {
        return switch (level) {
            case EQUAL -> 4;
            case VARIANT, CLOSE -> 3;
            case PART, SWAPPED -> 2;
            case INITIAL, ALIKE -> 1;
            case MISSING -> 0.5;
            case DIFFERENT -> 0;
        };
    }

    private static void set(byte[] levels, int from, NameLevel given, NameLevel family) {
        levels[from] = (byte) given.place();
        levels[from + 1] = (byte) family.place();
    }

    @Override
    public int counted(int aspect) {
        return NameLevel.EQUAL.place();
    }

    @Override
    public double share(Base base, int a, int b, int aspect) {
        Slot slot = aspect == GIVEN ? Slot.GIVEN : Slot.FAMILY;
        int mine = base.get(slot, a);
        boolean here = mine != 0 && (mine == base.get(Slot.GIVEN, b) || mine == base.get(Slot.FAMILY, b));
        // Equal across: the family name of the one is the given name of the other.
        int both = here ? mine : base.get(aspect == GIVEN ? Slot.FAMILY : Slot.GIVEN, a);
        // The dictionary holds two names of most records.
        return 2 * base.share(slot, both);
    }

    @Override
    public String shown(Base base, int row, int aspect) {
        Slot slot = aspect == GIVEN ? Slot.GIVEN : Slot.FAMILY;
        return base.text(slot, base.get(slot, row));
    }
}
