package io.clientela.kit.match;

import java.util.List;

/** Male or female; anything else says nothing. */
final class GenderComparison implements Comparison {

    private static final String[] LEVELS = {"missing", "equal", "different"};

    @Override
    public List<Aspect> aspects() {
        return List.of(Weights.aspect("gender", LEVELS, code -> code, Weights.GENDER));
    }

    @Override
    public void compare(Base base, int a, int b, byte[] levels, int from) {
        int one = base.get(Slot.GENDER, a);
        int other = base.get(Slot.GENDER, b);
        levels[from] = (byte) (one == 0 || other == 0 ? 0 : one == other ? 1 : 2);
    }

    @Override
    public String shown(Base base, int row, int aspect) {
        return base.text(Slot.GENDER, base.get(Slot.GENDER, row));
    }
}
