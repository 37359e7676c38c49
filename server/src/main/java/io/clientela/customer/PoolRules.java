package io.clientela.customer;

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

    boolean unknownGoToPool() {
        return POOL.equals(unknownOwner);
    }
}
