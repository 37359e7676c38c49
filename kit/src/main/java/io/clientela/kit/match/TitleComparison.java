package io.clientela.kit.match;

import io.clientela.kit.match.compare.TitleLevel;
import io.clientela.kit.match.names.EnterpriseNames;
import io.clientela.kit.match.names.NameLevel;
import java.util.List;

/** Names of enterprises: any name of the one with any of the other, the best pair counts. */
final class TitleComparison implements Comparison {

    private static final Slot[] SLOTS = {Slot.TITLE_1, Slot.TITLE_2, Slot.TITLE_3};
    private static final TitleLevel[] LEVELS = TitleLevel.values();

    @Override
    public List<Aspect> aspects() {
        return List.of(Weights.aspect("title", LEVELS, TitleLevel::code, Weights.TITLE));
    }

    @Override
    public void compare(Base base, int a, int b, byte[] levels, int from) {
        TitleLevel best = TitleLevel.MISSING;
        for (Slot mine : SLOTS) {
            int one = base.get(mine, a);
            for (Slot yours : SLOTS) {
                int other = one == 0 ? 0 : base.get(yours, b);
                if (one != 0 && other != 0 && best != TitleLevel.EQUAL) {
                    best = best.or(one == other ? TitleLevel.EQUAL : measured(base, one, other));
                }
            }
        }
        levels[from] = (byte) best.place();
    }

    private static TitleLevel measured(Base base, int a, int b) {
        int known = base.names().get(a, b);
        if (known >= 0) {
            return LEVELS[known];
        }
        TitleLevel level =
                of(EnterpriseNames.compare(base.title(a), base.title(b)).level());
        base.names().put(a, b, level.place());
        return level;
    }

    private static TitleLevel of(NameLevel level) {
        return switch (level) {
            case EQUAL -> TitleLevel.EQUAL;
            case SAME_CORE -> TitleLevel.CORE;
            case TRANSLATED, ABBREVIATED -> TitleLevel.SHORT;
            case SIMILAR -> TitleLevel.SIMILAR;
            case SHARED_BRAND -> TitleLevel.BRAND;
            case DIFFERENT -> TitleLevel.DIFFERENT;
        };
    }

    @Override
    public int counted(int aspect) {
        return TitleLevel.EQUAL.place();
    }

    @Override
    public double share(Base base, int a, int b, int aspect) {
        int one = base.get(Slot.TITLE_1, a);
        return one == base.get(Slot.TITLE_1, b) ? base.share(Slot.TITLE_1, one) : UNCOUNTED;
    }

    @Override
    public String shown(Base base, int row, int aspect) {
        return base.text(Slot.TITLE_1, base.get(Slot.TITLE_1, row));
    }
}
