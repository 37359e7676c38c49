package io.clientela.customer;

import org.jspecify.annotations.Nullable;

/**
 * What holds of the pool of files without owner.
 *
 * @param most claimed files somebody may hold at once
 * @param perDay files somebody may claim on one day
 * @param coolingDays days before the same person may claim a file again that they gave back
 * @param unknownOwner where an imported file goes whose owner isn't known: {@code importer} or {@code pool}
 */
record PoolRules(int most, int perDay, int coolingDays, String unknownOwner) {

    static final String IMPORTER = "importer";
    static final String POOL = "pool";

    static final PoolRules SHIPPED = new PoolRules(200, 20, 7, IMPORTER);

    /** What a setting doesn't say is as shipped. */
    record Said(
            @Nullable Integer most,
            @Nullable Integer perDay,
            @Nullable Integer coolingDays,
            @Nullable String unknownOwner) {

        static final Said NOTHING = new Said(null, null, null, null);

        PoolRules rules() {
            return new PoolRules(
                    most == null ? SHIPPED.most() : most,
                    perDay == null ? SHIPPED.perDay() : perDay,
                    coolingDays == null ? SHIPPED.coolingDays() : coolingDays,
                    unknownOwner == null ? SHIPPED.unknownOwner() : unknownOwner);
        }
    }

    boolean unknownGoToPool() {
        return POOL.equals(unknownOwner);
    }
}
