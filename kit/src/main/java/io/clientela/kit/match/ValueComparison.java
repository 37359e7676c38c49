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
    private final Strangers strangers;
    private final BiFunction<String, String, TextLevel> measure;

    /** Tells most values that are different without their texts, by their numbers; a no says nothing. */
    @FunctionalInterface
    private interface Strangers {
        boolean are(Base base, int one, int other);
    }

    private ValueComparison(
            Aspect aspect, Strangers strangers, BiFunction<String, String, TextLevel> measure, Slot... slots) {
        this.aspect = aspect;
        this.strangers = strangers;
        this.measure = measure;
        this.slots = slots;
    }

    static ValueComparison phones() {
        return new ValueComparison(
                text("phone", Weights.PHONE),
                (base, one, other) ->
                        TextLevel.differentPhones(base.letters(Slot.PHONE_1, one), base.letters(Slot.PHONE_1, other)),
                TextLevel::phones,
                Slot.PHONE_1,
                Slot.PHONE_2,
                Slot.PHONE_3);
    }

    static ValueComparison emails() {
        return new ValueComparison(
                text("email", Weights.EMAIL),
                (base, one, other) ->
                        TextLevel.differentEmails(base.letters(Slot.EMAIL_1, one), base.letters(Slot.EMAIL_1, other))
                                && base.mailbox(one) != base.mailbox(other),
                TextLevel::emails,
                Slot.EMAIL_1,
                Slot.EMAIL_2);
    }

    static ValueComparison handles() {
        return new ValueComparison(
                text("handle", Weights.HANDLE),
                (base, one, other) ->
                        TextLevel.differentPhones(base.letters(Slot.HANDLE, one), base.letters(Slot.HANDLE, other)),
                TextLevel::phones,
                Slot.HANDLE);
    }

    static ValueComparison employers() {
        return texts(text("employer", Weights.EMPLOYER), Slot.EMPLOYER);
    }

    static ValueComparison representatives() {
        return texts(text("representative", Weights.REPRESENTATIVE), Slot.REPRESENTATIVE);
    }

    private static ValueComparison texts(Aspect aspect, Slot slot) {
        return new ValueComparison(
                aspect,
                (base, one, other) -> TextLevel.differentTexts(base.letters(slot, one), base.letters(slot, other)),
                TextLevel::texts,
                slot);
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
                    best = best.or(one == other ? TextLevel.EQUAL : level(base, mine, one, other));
                }
            }
        }
        levels[from] = (byte) best.place();
    }

    private TextLevel level(Base base, Slot slot, int one, int other) {
        return strangers.are(base, one, other)
                ? TextLevel.DIFFERENT
                : measure.apply(base.text(slot, one), base.text(slot, other));
    }

    @Override
    public int counted(int which) {
        return TextLevel.EQUAL.place();
    }

    @Override
    public double share(Base base, int a, int b, int which) {
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
