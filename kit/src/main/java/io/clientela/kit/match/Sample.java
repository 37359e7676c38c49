package io.clientela.kit.match;

import java.util.List;

/**
 * The pairs training looked at and how they compared, in the order in which {@link Blocks} hands them over, so that nobody compares
 * them again: of some blocks the first pairs of each part of the work.
 */
final class Sample {

    private static final int MOST = 200_000;

    /** A base of so many is looked at whole. */
    private static final int ROWS = 60_000;

    private final int oneOf;
    private final List<LongList> parts;

    Sample(Base base, Blocks blocks) {
        this.oneOf = 1 + base.size() / ROWS;
        this.parts = LongList.lists(blocks.kindCount() * Blocks.parts());
        RuleSet rules = base.rules();
        blocks.pairs(
                (kind, part) -> new Blocks.Sink() {
                    private final LongList list = part(kind, part);
                    private final byte[] levels = new byte[rules.aspects().size()];

                    @Override
                    public boolean wants(int key) {
                        return list.size() < MOST / Blocks.parts() && has(key);
                    }

                    @Override
                    public void pair(int a, int b) {
                        if (list.size() < MOST / Blocks.parts()) {
                            rules.compare(base, a, b, levels);
                            list.add(Patterns.packed(levels));
                        }
                    }
                },
                Progress.NONE);
    }

    /** So many blocks one is in it. */
    int oneOf() {
        return oneOf;
    }

    /** Whether the block with this key is in it, with its first pairs at least. */
    boolean has(int key) {
        return oneOf == 1 || Integer.remainderUnsigned(Hashes.mix(key), oneOf) == 0;
    }

    /** The packed levels of a part's pairs; those behind them weren't looked at. */
    LongList part(int kind, int part) {
        return parts.get(kind * Blocks.parts() + part);
    }

    Patterns patterns() {
        return Patterns.of(parts);
    }
}
