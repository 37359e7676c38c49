package io.clientela.kit.match;

import java.util.Arrays;

/**
 * The keys under which a record is looked for, the same in every base and from one run to the next: files that share one are worth
 * comparing with it. Kept beside the files, they answer while somebody types.
 */
public final class BlockingKeys {

    private BlockingKeys() {}

    /** Distinct keys of a record, none of them 0; empty where it says nothing to look for. */
    public static int[] of(RuleSet rules, Features features) {
        Base alone = new Base(rules);
        alone.add(0, features);
        return of(alone, 0);
    }

    /** The same of a row of a base. */
    public static int[] of(Base base, int row) {
        int[] keys = new int[base.rules().keys().kinds().length];
        base.rules().keys().of(base, row, keys);
        return Arrays.stream(keys).filter(key -> key != 0).distinct().sorted().toArray();
    }
}
