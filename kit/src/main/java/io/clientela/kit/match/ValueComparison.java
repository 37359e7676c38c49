package io.clientela.kit.match;

import io.clientela.kit.match.compare.TextLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Values of one kind, of which a record may have several: the best pair counts. */
final class ValueComparison implements Comparison {

    private static final TextLevel[] LEVELS = TextLevel.values();

    private final Aspect aspect;
    private final Slot[] slots;
    private final BiFunction<String, String, TextLevel> measure;

    private ValueComparison(Aspect aspect, BiFunction<String, String, TextLevel> measure, Slot... slots) {
        this.aspect = aspect;
        this.measure = measure;
        this.slots = slots;
    }

    static ValueComparison phones() {
        return new ValueComparison(
                text("phone", Weights.PHONE), TextLevel::phones, Slot.PHONE_1, Slot.PHONE_2, Slot.PHONE_3);
    }

    static ValueComparison emails() {
        return new ValueComparison(text("email", Weights.EMAIL), TextLevel::emails, Slot.EMAIL_1, Slot.EMAIL_2);
    }

    static ValueComparison employers() {
        return new ValueComparison(text("employer", Weights.EMPLOYER), TextLevel::texts, Slot.EMPLOYER);
    }

    static ValueComparison handles() {
        return new ValueComparison(text("handle", Weights.HANDLE), TextLevel::phones, Slot.HANDLE);
    }

    static ValueComparison representatives() {
        return new ValueComparison(
                text("representative", Weights.REPRESENTATIVE), TextLevel::texts, Slot.REPRESENTATIVE);
    }

    private static Aspect text(String code, double[][] weights) {
        return Weights.aspect(code, LEVELS, TextLevel::code, weights);
    }

    @Override
    public List<Aspect> aspects() {
        return List.of(aspect);
    }

    @Override
    public void compare(Base base, int a, int b, byte[] levels, int from) {
        TextLevel best = TextLevel.MISSING;
        for (Slot mine : slots) {
            int one = base.get(mine, a);
            for (Slot yours : slots) {
                int other = one == 0 ? 0 : base.get(yours, b);
                if (one != 0 && other != 0 && best != TextLevel.EQUAL) {
                    best = best.or(
                            one == other
                                    ? TextLevel.EQUAL
                                    : measure.apply(base.text(mine, one), base.text(yours, other)));
                }
            }
        }
        levels[from] = (byte) best.place();
    }

    @Override
    public double share(Base base, int a, int b, int which, int level) {
        if (LEVELS[level] != TextLevel.EQUAL) {
            return UNCOUNTED;
        }
        double rarest = 1;
        for (Slot mine : slots) {
            int one = base.get(mine, a);
            for (Slot yours : slots) {
                if (one != 0 && one == base.get(yours, b)) {
                    rarest = Math.min(rarest, base.share(mine, one));
                }
            }
        }
        return rarest;
    }

    @Override
    public String shown(Base base, int row, int which) {
        List<String> all = new ArrayList<>();
        for (Slot slot : slots) {
            int value = base.get(slot, row);
            if (value != 0) {
                all.add(base.text(slot, value));
            }
        }
        return String.join(" · ", all);
    }
}
