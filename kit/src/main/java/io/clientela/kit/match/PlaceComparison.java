package io.clientela.kit.match;

import io.clientela.kit.match.compare.Edits;
import io.clientela.kit.match.compare.Letters;
import java.util.List;

/** Town, postal code and region as one thing, since each follows from the other. */
final class PlaceComparison implements Comparison {

    private static final Slot[] SLOTS = {Slot.CITY, Slot.POSTAL, Slot.REGION};
    private static final String[] LEVELS = {"missing", "equal", "nearly", "one", "close", "region", "different"};
    private static final int EQUAL = 1;
    private static final int NEARLY = 2;
    private static final int ONE = 3;
    private static final int CLOSE = 4;
    private static final int REGION = 5;
    private static final int DIFFERENT = 6;
    private static final double ALIKE = 0.9;

    /** How alike one of the three is. */
    private enum Part {
        MISSING,
        SAME,
        CLOSE,
        OTHER
    }

    @Override
    public List<Aspect> aspects() {
        return List.of(Weights.aspect("place", LEVELS, code -> code, Weights.PLACE));
    }

    @Override
    public void compare(Base base, int a, int b, byte[] levels, int from) {
        Part city = city(base, a, b);
        Part postal = postal(base, a, b);
        levels[from] = (byte) level(base, a, b, city, postal);
    }

    private static int level(Base base, int a, int b, Part city, Part postal) {
        if (city == Part.MISSING && postal == Part.MISSING) {
            return switch (region(base, a, b)) {
                case MISSING -> 0;
                case SAME -> EQUAL;
                case CLOSE -> REGION;
                case OTHER -> DIFFERENT;
            };
        }
        int same = (city == Part.SAME ? 1 : 0) + (postal == Part.SAME ? 1 : 0);
        int close = (city == Part.CLOSE ? 1 : 0) + (postal == Part.CLOSE ? 1 : 0);
        boolean both = city != Part.MISSING && postal != Part.MISSING;
        if (same == 2 || (same == 1 && !both)) {
            return EQUAL;
        }
        if (same == 1 && close == 1) {
            return NEARLY;
        }
        if (same == 1) {
            return ONE;
        }
        if (close > 0) {
            return CLOSE;
        }
        Part region = region(base, a, b);
        return region == Part.SAME || region == Part.CLOSE ? REGION : DIFFERENT;
    }

    private static Part city(Base base, int a, int b) {
        int one = base.get(Slot.CITY, a);
        int other = base.get(Slot.CITY, b);
        if (one == 0 || other == 0 || one == other) {
            return one == 0 || other == 0 ? Part.MISSING : Part.SAME;
        }
        long lettersX = base.letters(Slot.CITY, one);
        long lettersY = base.letters(Slot.CITY, other);
        if (Letters.slips(lettersX, lettersY) > 1 && !Letters.mayBeAlike(lettersX, lettersY, ALIKE)) {
            return Part.OTHER;
        }
        String x = base.text(Slot.CITY, one);
        String y = base.text(Slot.CITY, other);
        boolean close =
                Math.min(x.length(), y.length()) >= 3 && (Edits.distance(x, y, 1) == 1 || Edits.alike(x, y, ALIKE));
        return close ? Part.CLOSE : Part.OTHER;
    }

    private static Part postal(Base base, int a, int b) {
        int one = base.get(Slot.POSTAL, a);
        int other = base.get(Slot.POSTAL, b);
        if (one == 0 || other == 0 || one == other) {
            return one == 0 || other == 0 ? Part.MISSING : Part.SAME;
        }
        boolean far = Letters.slips(base.letters(Slot.POSTAL, one), base.letters(Slot.POSTAL, other)) > 1;
        return !far && Edits.distance(base.text(Slot.POSTAL, one), base.text(Slot.POSTAL, other), 1) == 1
                ? Part.CLOSE
                : Part.OTHER;
    }

    /** A district lies in its city and its province: the deeper code begins with the other. */
    private static Part region(Base base, int a, int b) {
        int one = base.get(Slot.REGION, a);
        int other = base.get(Slot.REGION, b);
        if (one == 0 || other == 0 || one == other) {
            return one == 0 || other == 0 ? Part.MISSING : Part.SAME;
        }
        String x = trimmed(base.text(Slot.REGION, one));
        String y = trimmed(base.text(Slot.REGION, other));
        return x.startsWith(y) || y.startsWith(x) ? Part.CLOSE : Part.OTHER;
    }

    /** CN-110000 is all of CN-11. */
    private static String trimmed(String code) {
        int end = code.length();
        while (end > 5 && code.startsWith("CN-") && code.startsWith("00", end - 2)) {
            end -= 2;
        }
        return code.substring(0, end);
    }

    @Override
    public int counted(int aspect) {
        return EQUAL;
    }

    @Override
    public double share(Base base, int a, int b, int aspect) {
        double rarest = 1;
        for (Slot slot : SLOTS) {
            int value = base.get(slot, a);
            if (value != 0 && value == base.get(slot, b)) {
                rarest = Math.min(rarest, base.share(slot, value));
            }
        }
        return rarest;
    }

    @Override
    public String shown(Base base, int row, int aspect) {
        return (base.text(Slot.POSTAL, base.get(Slot.POSTAL, row)) + " "
                        + base.text(Slot.CITY, base.get(Slot.CITY, row)) + " "
                        + base.text(Slot.REGION, base.get(Slot.REGION, row)))
                .strip();
    }
}
