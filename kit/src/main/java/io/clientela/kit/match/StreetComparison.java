package io.clientela.kit.match;

import io.clientela.kit.match.compare.TextLevel;
import java.util.List;

/** Street and number as one aspect, further lines of the address as another; a line may have slipped into the other's place. */
final class StreetComparison implements Comparison {

    private static final String[] LEVELS = {"missing", "equal", "close", "street", "alike", "number", "different"};
    private static final int EQUAL = 1;
    private static final int CLOSE = 2;
    private static final int STREET = 3;
    private static final int ALIKE = 4;
    private static final int NUMBER = 5;
    private static final int DIFFERENT = 6;

    @Override
    public List<Aspect> aspects() {
        return List.of(
                Weights.aspect("street", LEVELS, code -> code, Weights.STREET),
                Weights.aspect("premises", TextLevel.values(), TextLevel::code, Weights.PREMISES));
    }

    @Override
    public void compare(Base base, int a, int b, byte[] levels, int from) {
        int streetA = base.get(Slot.STREET, a);
        int streetB = base.get(Slot.STREET, b);
        int moreA = base.get(Slot.PREMISES, a);
        int moreB = base.get(Slot.PREMISES, b);
        TextLevel street = texts(base, streetA, streetB);
        TextLevel more = texts(base, moreA, moreB);
        if (weak(street) && weak(more)) {
            TextLevel across = texts(base, streetA, moreB).or(texts(base, moreA, streetB));
            if (!weak(across)) {
                street = across;
                more = TextLevel.MISSING;
            }
        }
        levels[from] = (byte) level(street, base.get(Slot.HOUSE, a), base.get(Slot.HOUSE, b));
        levels[from + 1] = (byte) more.place();
    }

    private static boolean weak(TextLevel level) {
        return level == TextLevel.MISSING || level.compareTo(TextLevel.PART) > 0;
    }

    private static int level(TextLevel street, int numberA, int numberB) {
        boolean known = numberA != 0 && numberB != 0;
        boolean equal = known && numberA == numberB;
        return switch (street) {
            case MISSING -> equal ? NUMBER : 0;
            case EQUAL -> equal ? EQUAL : STREET;
            case CLOSE, PART -> equal ? CLOSE : STREET;
            case ALIKE -> equal ? CLOSE : ALIKE;
            case DIFFERENT -> equal ? NUMBER : DIFFERENT;
        };
    }

    private static TextLevel texts(Base base, int a, int b) {
        if (a == 0 || b == 0) {
            return TextLevel.MISSING;
        }
        if (a == b) {
            return TextLevel.EQUAL;
        }
        return TextLevel.differentTexts(base.letters(Slot.STREET, a), base.letters(Slot.STREET, b))
                ? TextLevel.DIFFERENT
                : TextLevel.texts(base.text(Slot.STREET, a), base.text(Slot.STREET, b));
    }

    @Override
    public int counted(int aspect) {
        return aspect == 0 ? STREET : TextLevel.EQUAL.place();
    }

    @Override
    public double share(Base base, int a, int b, int aspect) {
        Slot slot = aspect == 0 ? Slot.STREET : Slot.PREMISES;
        int value = base.get(slot, a);
        return value != 0 && value == base.get(slot, b) ? base.share(slot, value) : UNCOUNTED;
    }

    @Override
    public String shown(Base base, int row, int aspect) {
        return aspect == 0
                ? (base.text(Slot.HOUSE, base.get(Slot.HOUSE, row)) + " "
                                + base.text(Slot.STREET, base.get(Slot.STREET, row)))
                        .strip()
                : base.text(Slot.PREMISES, base.get(Slot.PREMISES, row));
    }
}
